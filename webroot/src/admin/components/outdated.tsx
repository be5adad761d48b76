import { Alert, Button, Group, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { common } from '@/admin/common';
import { textOf } from '@/admin/lib/failure';
import { useWords } from '@/admin/lib/i18n';
import { RelativeTime } from './relative-time';

/** Says that what stands below was not confirmed: how old it is, and why. */
export function Outdated({ query }: { query: UseQueryResult }) {
  const words = useWords(common);
  if (!query.isError || query.data === undefined) return null;
  return (
    <Alert
      color="yellow"
      role="status"
      p="xs"
      mb="sm"
      icon={<CloudOff size={16} strokeWidth={1.5} aria-hidden />}
    >
      <Group gap="xs" justify="space-between">
        <Text size="sm">
          {textOf(query.error).title}. {words.lastAnswer}{' '}
          <RelativeTime at={new Date(query.dataUpdatedAt).toISOString()} />.
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => void query.refetch()}>
          {words.retry}
        </Button>
      </Group>
    </Alert>
  );
}
