import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';

const pause = 300;

interface SearchFieldProps {
  label: string;
  value: string;
  onSearch: (q: string) => void;
}

/** Searches while one types. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback(onSearch, pause);
  return (
    <TextInput
      size="xs"
      type="search"
      w={220}
      aria-label={label}
      placeholder={label}
      maxLength={200}
      leftSection={<Search size={16} strokeWidth={1.5} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value.trim());
      }}
    />
  );
}
