import { Button } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { PageHeader } from '@/admin/components/page-header';
import { DataTable } from '@/admin/components/table/data-table';
import type { FilterChoice } from '@/admin/components/table/filters';
import { useListState } from '@/admin/components/table/list-state';
import { useWords } from '@/admin/lib/i18n';
import { toastFailure } from '@/admin/lib/toast';
import { useMay } from '@/admin/lib/use-session';
import { useExportAudit } from '../api/export-audit';
import { auditFilters, type Entry, useListAudit } from '../api/list-audit';
import { useVerifyAudit } from '../api/verify-audit';
import { useAuditColumns } from '../components/audit-columns';
import { EntryDrawer } from '../components/entry-drawer';
import { VerdictNotice } from '../components/verdict-notice';
import { words } from '../words';

export function Audit() {
  const text = useWords(words);
  const list = useListState(auditFilters);
  const entries = useListAudit(list);
  const exporting = useExportAudit(list);
  const verification = useVerifyAudit();
  const mayExport = useMay('audit:export');
  const [open, setOpen] = useState<Entry | null>(null);
  const columns = useAuditColumns(setOpen);
  const verify = (
    <Button
      variant="default"
      leftSection={<ShieldCheck size={16} strokeWidth={1.5} aria-hidden />}
      loading={verification.isPending}
      onClick={() => {
        verification.mutate(undefined, { onError: toastFailure });
      }}
    >
      {text.verify}
    </Button>
  );
  const filter = (name: (typeof auditFilters)[number], by: NonNullable<FilterChoice['by']>) => ({
    name,
    label: text[name],
    options: [],
    by,
  });
  const { actor, subject } = list.filters;
  const theirs = entries.data?.items.find((entry) => entry.actor === actor);
  const about = entries.data?.items.find((entry) => entry.subject === subject);
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={verify} />
      {verification.data && (
        <VerdictNotice verdict={verification.data} onClose={verification.reset} />
      )}
      <DataTable<Entry>
        id="audit"
        label={text.title}
        list={list}
        query={entries}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ action }) => action}
        searchLabel={text.search}
        filters={[
          { ...filter('actor', 'person'), shown: theirs?.actorName },
          filter('action', 'text'),
          { ...filter('subject', 'elsewhere'), shown: about?.subjectName },
          filter('from', 'day'),
          filter('until', 'day'),
        ]}
        {...(mayExport && {
          onExport: (format) => {
            exporting.mutate(format, { onError: toastFailure });
          },
        })}
        empty={{ title: text.empty }}
      />
      <EntryDrawer
        entry={open}
        list={list}
        onClose={() => {
          setOpen(null);
        }}
      />
    </>
  );
}
