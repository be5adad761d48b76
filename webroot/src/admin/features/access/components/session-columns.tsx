import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { RelativeTime } from '@/admin/components/relative-time';
import { sessionWords } from '@/admin/components/session-words';
import { StatusBadge } from '@/admin/components/status-badge';
import type { Column } from '@/admin/components/table/columns';
import { deviceName } from '@/admin/lib/device';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { words } from '../words';
import { EndSession } from './end-session';

type Session = Schema<'Session'>;

export function useSessionColumns(): Column<Session>[] {
  const text = useWords(words);
  const shared = useWords(sessionWords);
  return useMemo(
    () => [
      {
        id: 'person',
        header: text.person,
        cell: ({ person }) =>
          person && (
            <Anchor component={Link} to={adminPaths.screens.person(person.id)} size="sm" fw={500}>
              {person.name}
            </Anchor>
          ),
      },
      {
        id: 'device',
        header: shared.device,
        cell: ({ agent }) => <span title={agent}>{deviceName(agent)}</span>,
      },
      { id: 'client', header: shared.from, cell: ({ client }) => client },
      {
        id: 'methods',
        header: shared.methods,
        cell: ({ methods }) => methods.map((name) => shared.methodNames[name]).join(', '),
      },
      {
        id: 'active',
        header: shared.active,
        cell: ({ activeAt }) => <RelativeTime at={activeAt} />,
      },
      {
        id: 'begun',
        header: shared.begun,
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
      {
        id: 'expires',
        header: shared.expires,
        extra: true,
        cell: ({ expiresAt }) => <RelativeTime at={expiresAt} />,
      },
      {
        id: 'end',
        header: shared.end,
        end: true,
        cell: (session) =>
          session.current ? (
            <StatusBadge tone="green">{shared.thisOne}</StatusBadge>
          ) : (
            <EndSession session={session} />
          ),
      },
    ],
    [text, shared],
  );
}
