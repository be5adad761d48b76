import { Anchor, Text } from '@mantine/core';
import { useMemo } from 'react';
import { RelativeTime } from '@/admin/components/relative-time';
import type { Column } from '@/admin/components/table/columns';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import type { Job } from '../api/list-jobs';
import { words } from '../words';
import { JobState } from './job-state';

export function useJobColumns(onOpen: (id: string) => void): Column<Job>[] {
  const text = useWords(words);
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'kind',
        header: text.kind,
        cell: (job) => (
          <Anchor
            component="button"
            type="button"
            size="sm"
            ff="monospace"
            aria-label={text.open(job.kind)}
            onClick={() => {
              onOpen(job.id);
            }}
          >
            {job.kind}
          </Anchor>
        ),
      },
      { id: 'state', header: text.state, cell: ({ state }) => <JobState state={state} /> },
      { id: 'due', header: text.due, cell: ({ dueAt }) => <RelativeTime at={dueAt} /> },
      {
        id: 'attempts',
        header: text.attempts,
        end: true,
        cell: (job) => text.attemptsOf(format.number(job.attempts), format.number(job.maxAttempts)),
      },
      {
        id: 'error',
        header: text.error,
        cell: ({ lastError }) => (
          <Text size="sm" maw={360} truncate title={lastError}>
            {lastError ?? '–'}
          </Text>
        ),
      },
      {
        id: 'created',
        header: text.created,
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
      {
        id: 'priority',
        header: text.priority,
        extra: true,
        cell: ({ priority }) => text.priorities[priority],
      },
      { id: 'key', header: text.uniqueKey, extra: true, cell: ({ uniqueKey }) => uniqueKey ?? '–' },
    ],
    [text, format, onOpen],
  );
}
