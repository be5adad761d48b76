import { Code } from '@mantine/core';
import { useMemo } from 'react';
import { RelativeTime } from '@/admin/components/relative-time';
import type { Column } from '@/admin/components/table/columns';
import { common } from '@/admin/common';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { permissionLabel } from '@/admin/permission-words';
import type { Schema } from '@/admin/schema';
import { words } from '../words';
import { KeyState } from './key-state';
import { RevokeKey } from './revoke-key';

type Key = Schema<'Key'>;

export function useKeyColumns(): Column<Key>[] {
  const text = useWords(words);
  const shared = useWords(common);
  const locale = useAdminLocale();
  return useMemo(
    () => [
      { id: 'name', header: text.name, cell: ({ name }) => <strong>{name}</strong> },
      { id: 'prefix', header: text.prefix, cell: ({ prefix }) => <Code>{prefix}…</Code> },
      { id: 'owner', header: text.owner, cell: ({ owner }) => owner.name },
      {
        id: 'scopes',
        header: text.scopes,
        cell: ({ scopes }) => {
          const labels = scopes.map((scope) => permissionLabel(scope, locale));
          const rest = labels.length > 2 ? ` +${labels.length - 2}` : '';
          return <span title={labels.join('\n')}>{labels.slice(0, 2).join(', ') + rest}</span>;
        },
      },
      { id: 'state', header: text.state, cell: (key) => <KeyState apiKey={key} /> },
      {
        id: 'lastUsed',
        header: text.lastUsed,
        cell: ({ lastUsedAt }) => <RelativeTime at={lastUsedAt} otherwise={shared.never} />,
      },
      {
        id: 'expires',
        header: text.expires,
        cell: ({ expiresAt }) => <RelativeTime at={expiresAt} otherwise={shared.never} />,
      },
      {
        id: 'created',
        header: text.created,
        extra: true,
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
      {
        id: 'revoke',
        header: text.revoke,
        end: true,
        cell: (key) => (key.revokedAt ? null : <RevokeKey apiKey={key} />),
      },
    ],
    [text, shared, locale],
  );
}
