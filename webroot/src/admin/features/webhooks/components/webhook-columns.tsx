import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { RelativeTime } from '@/admin/components/relative-time';
import { StatusBadge } from '@/admin/components/status-badge';
import type { Column } from '@/admin/components/table/columns';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import type { Webhook } from '../api/list-webhooks';
import { words } from '../words';

export function useWebhookColumns(): Column<Webhook>[] {
  const text = useWords(words);
  return useMemo(
    () => [
      {
        id: 'url',
        header: text.url,
        cell: ({ id, url }) => (
          <Anchor component={Link} to={adminPaths.screens.webhook(id)} size="sm" fw={500}>
            {url}
          </Anchor>
        ),
      },
      {
        id: 'state',
        header: text.state,
        cell: ({ active }) => (
          <StatusBadge tone={active ? 'green' : 'gray'}>
            {active ? text.active : text.paused}
          </StatusBadge>
        ),
      },
      {
        id: 'events',
        header: text.events,
        cell: ({ events }) => events.map((event) => text.eventNames[event]).join(', '),
      },
      {
        id: 'created',
        header: text.created,
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
    ],
    [text],
  );
}
