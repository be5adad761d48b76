import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { useFindPeople } from '@/admin/lib/requests/find-people';
import { useGetPerson } from '@/admin/lib/requests/get-person';
import { useMay } from '@/admin/lib/use-session';
import { ErrorPanel } from '../error-panel';
import type { ChipProps } from './filters';
import { PopoverChip } from './popover-chip';
import { SetChip } from './set-chip';

const pause = 200;
const prefix = 'person:';

/** A filter by somebody, found by name. */
export function PersonChip(props: ChipProps) {
  const words = useWords(common);
  const { choice, value, onChange } = props;
  const mayFind = useMay('people:read');
  const unnamed = mayFind && choice.shown === undefined && value.startsWith(prefix);
  const somebody = useGetPerson(unnamed ? value.slice(prefix.length) : '');
  if (!mayFind || value !== '') {
    const shown = choice.shown ?? somebody.data?.name;
    return <SetChip {...props} choice={{ ...choice, shown }} />;
  }
  return (
    <PopoverChip label={choice.label} shown="">
      {(close) => (
        <Finder
          label={words.table.person}
          onFound={(id) => {
            close();
            onChange(prefix + id);
          }}
        />
      )}
    </PopoverChip>
  );
}

function Finder({ label, onFound }: { label: string; onFound: (id: string) => void }) {
  const words = useWords(common);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), pause);
  const found = useFindPeople(q);
  const people = q === '' ? [] : (found.data?.items ?? []);
  return (
    <Stack gap="xs">
      <TextInput
        data-autofocus
        size="xs"
        label={label}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      {found.isError && <ErrorPanel failure={found.error} onRetry={() => void found.refetch()} />}
      {people.map(({ id, name, email }) => (
        <Button
          key={id}
          size="xs"
          variant="subtle"
          justify="flex-start"
          onClick={() => {
            onFound(id);
          }}
        >
          {name} · {email}
        </Button>
      ))}
      {found.isSuccess && people.length === 0 && q !== '' && (
        <Text size="xs" role="status">
          {words.table.nobody}
        </Text>
      )}
    </Stack>
  );
}
