import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import type { ChipProps } from './filters';

/** A filter that was set elsewhere, such as beside an entry: shown while it holds, cleared by a click. */
export function SetChip({ choice, value, onChange }: ChipProps) {
  const words = useWords(common);
  if (value === '') return null;
  return (
    <Button
      size="xs"
      radius="xl"
      variant="light"
      onClick={() => {
        onChange('');
      }}
      rightSection={<X size={14} strokeWidth={1.5} aria-label={words.clear} />}
    >
      {choice.label}: {choice.shown ?? value}
    </Button>
  );
}
