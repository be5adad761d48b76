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
  const [known, setKnown] = useState({ value, asked: value });
  const search = useDebouncedCallback(() => {
    const asked = typed.trim();
    if (asked === value) return;
    setKnown({ value, asked });
    onSearch(asked);
  }, pause);
  if (value !== known.value) {
    setKnown({ value, asked: value });
    // What was asked for from here is typed already, and perhaps more by now.
    if (value !== known.asked) setTyped(value);
  }
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
        search();
      }}
    />
  );
}
