import { Stack, Text } from '@mantine/core';
import { Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  detail?: string | undefined;
  icon?: LucideIcon;
  action?: ReactNode;
}

export function EmptyState({ title, detail, icon: Icon = Inbox, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={48} px="md">
      <Icon size={32} strokeWidth={1.5} aria-hidden className="dim" />
      <Text fw={600}>{title}</Text>
      {detail !== undefined && (
        <Text c="dimmed" size="sm" ta="center" maw={420}>
          {detail}
        </Text>
      )}
      {action}
    </Stack>
  );
}
