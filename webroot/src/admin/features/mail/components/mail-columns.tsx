import { Anchor, Text } from '@mantine/core';
import { useMemo } from 'react';
import { RelativeTime } from '@/admin/components/relative-time';
import type { Column } from '@/admin/components/table/columns';
import { common } from '@/admin/common';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import type { Mail } from '../api/list-mails';
import { words } from '../words';
import { MailState } from './mail-state';

/** Without the right to read mails the subject is no link. */
export function useMailColumns(onOpen: ((id: string) => void) | null): Column<Mail>[] {
  const text = useWords(words);
  const { languages } = useWords(common);
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'subject',
        header: text.subject,
        cell: ({ id, subject }) =>
          onOpen === null ? (
            subject
          ) : (
            <Anchor
              component="button"
              type="button"
              size="sm"
              fw={500}
              aria-label={text.read(subject)}
              onClick={() => {
                onOpen(id);
              }}
            >
              {subject}
            </Anchor>
          ),
      },
      { id: 'recipient', header: text.recipient, cell: ({ recipient }) => recipient },
      { id: 'state', header: text.state, cell: ({ state }) => <MailState state={state} /> },
      {
        id: 'created',
        header: text.created,
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
      {
        id: 'attempts',
        header: text.attempts,
        end: true,
        cell: ({ attempts }) => format.number(attempts),
      },
      {
        id: 'error',
        header: text.error,
        cell: ({ lastError }) => (
          <Text size="sm" maw={320} truncate title={lastError}>
            {lastError ?? '–'}
          </Text>
        ),
      },
      { id: 'template', header: text.template, extra: true, cell: ({ template }) => template },
      {
        id: 'language',
        header: text.language,
        extra: true,
        cell: ({ language }) => languages[language],
      },
    ],
    [text, languages, format, onOpen],
  );
}
