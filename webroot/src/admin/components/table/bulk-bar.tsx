import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';

interface BulkBarProps {
  count: number;
  onClear: () => void;
  children: ReactNode;
}

export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const words = useWords(common).table;
  return (
    <Group className="bulk-bar" gap="xs" role="toolbar" aria-label={words.selected(count)}>
      <Text size="sm" fw={600} role="status">
        {words.selected(count)}
      </Text>
      {children}
      <Button size="xs" variant="subtle" onClick={onClear}>
        {words.clearSelection}
      </Button>
    </Group>
  );
}
