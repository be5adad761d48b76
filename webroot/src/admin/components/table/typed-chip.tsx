import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { common } from '@/admin/common';
import { startOfDay } from '@/admin/lib/day';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import type { ChipProps } from './filters';
import { PopoverChip } from './popover-chip';

/** A filter whose value is typed: shown as a chip, opened to change it. */
export function TypedChip({ choice, value, onChange }: ChipProps) {
  const format = useFormat();
  const start = startOfDay(value);
  const day = start === undefined ? '' : format.date(start);
  return (
    <PopoverChip label={choice.label} shown={choice.by === 'day' ? day : value}>
      {(close) => (
        <Typing
          choice={choice}
          value={value}
          onChange={(typed) => {
            onChange(typed);
            close();
          }}
        />
      )}
    </PopoverChip>
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
