import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import type { Column } from './columns';

interface ColumnChooserProps<T> {
  columns: readonly Column<T>[];
  shown: Record<string, boolean>;
  onChange: (shown: Record<string, boolean>) => void;
}

export function ColumnChooser<T>({ columns, shown, onChange }: ColumnChooserProps<T>) {
  const words = useWords(common).table;
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<Columns3 size={16} strokeWidth={1.5} aria-hidden />}
        >
          {words.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.columns}>
        <Stack gap="xs">
          {columns.slice(1).map(({ id, header }) => (
            <Checkbox
              key={id}
              size="sm"
              label={header}
              checked={shown[id] ?? true}
              onChange={(event) => {
                onChange({ ...shown, [id]: event.currentTarget.checked });
              }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
