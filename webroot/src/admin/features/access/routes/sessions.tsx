import { PageHeader } from '@/admin/components/page-header';
import { DataTable } from '@/admin/components/table/data-table';
import { useListState } from '@/admin/components/table/list-state';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { useListSessions } from '../api/list-sessions';
import { useSessionColumns } from '../components/session-columns';
import { words } from '../words';

const noFilters = [] as const;

export function Sessions() {
  const text = useWords(words);
  const list = useListState(noFilters);
  const sessions = useListSessions(list);
  const columns = useSessionColumns();
  return (
    <>
      <PageHeader title={text.sessionsTitle} description={text.sessionsText} />
      <DataTable<Schema<'Session'>>
        id="sessions"
        label={text.sessionsTitle}
        list={list}
        query={sessions}
        columns={columns}
        rowId={(session) => session.id}
        rowName={(session) => session.person?.name ?? session.client}
        empty={{ title: text.noSessions }}
      />
    </>
  );
}
