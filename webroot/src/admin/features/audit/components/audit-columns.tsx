import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { RelativeTime } from '@/admin/components/relative-time';
import type { Column } from '@/admin/components/table/columns';
import { useWords } from '@/admin/lib/i18n';
import type { Entry } from '../api/list-audit';
import { words } from '../words';

export function useAuditColumns(onOpen: (entry: Entry) => void): Column<Entry>[] {
  const text = useWords(words);
  return useMemo(
    () => [
      {
        id: 'action',
        header: text.action,
        cell: (entry) => (
          <Anchor
            component="button"
            type="button"
            size="sm"
            ff="monospace"
            aria-label={text.open(entry.action, entry.subjectName ?? entry.subject)}
            onClick={() => {
              onOpen(entry);
            }}
          >
            {entry.action}
          </Anchor>
        ),
      },
      {
        id: 'subject',
        header: text.subject,
        cell: ({ subject, subjectName }) => subjectName ?? subject,
      },
      { id: 'actor', header: text.actor, cell: ({ actor, actorName }) => actorName ?? actor },
      { id: 'at', header: text.at, cell: ({ at }) => <RelativeTime at={at} /> },
      { id: 'client', header: text.client, cell: ({ client }) => client },
      { id: 'request', header: text.request, extra: true, cell: ({ requestId }) => requestId },
    ],
    [text, onOpen],
  );
}
