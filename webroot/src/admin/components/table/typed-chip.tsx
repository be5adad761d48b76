import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDown } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { common } from '@/admin/common';
import { startOfDay } from '@/admin/lib/day';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import type { ChipProps } from './filters';

/** A filter whose value is typed: shown as a chip, opened to change it. */
export function TypedChip({ choice, value, onChange }: ChipProps) {
  const format = useFormat();
  const [opened, popover] = useDisclosure();
  const start = startOfDay(value);
  const day = start === undefined ? '' : format.date(start);
  const shown = choice.by === 'day' ? day : value;
  return (
    <Popover
      position="bottom-start"
      opened={opened}
      onChange={(open) => {
        if (!open) popover.close();
      }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          size="xs"
          radius="xl"
          variant={shown === '' ? 'default' : 'light'}
          onClick={popover.toggle}
          rightSection={<ChevronDown size={14} strokeWidth={1.5} aria-hidden />}
        >
          {shown === '' ? choice.label : `${choice.label}: ${shown}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={choice.label}>
        <Typing
          choice={choice}
          value={value}
          onChange={(typed) => {
            onChange(typed);
            popover.close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Typing({ choice, value, onChange }: ChipProps) {
  const words = useWords(common);
  const [typed, setTyped] = useState(value);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onChange(typed.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          data-autofocus
          size="xs"
          type={choice.by === 'day' ? 'date' : 'text'}
          label={choice.label}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <Group gap="xs" justify="flex-end">
          <Button
            size="xs"
            variant="subtle"
            disabled={value === ''}
            onClick={() => {
              onChange('');
            }}
          >
            {words.clear}
          </Button>
          <Button size="xs" type="submit">
            {words.table.filter}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
