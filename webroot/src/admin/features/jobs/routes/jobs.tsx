import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { May } from '@/admin/components/may';
import { PageHeader } from '@/admin/components/page-header';
import { DataTable } from '@/admin/components/table/data-table';
import { useListState } from '@/admin/components/table/list-state';
import { useWords } from '@/admin/lib/i18n';
import { useMay } from '@/admin/lib/use-session';
import { type Job, jobFilters, useListJobs } from '../api/list-jobs';
import { useJobColumns } from '../components/job-columns';
import { JobCounts } from '../components/job-counts';
import { JobDrawer } from '../components/job-drawer';
import { JobsBulk } from '../components/jobs-bulk';
import { PurgeDialog } from '../components/purge-dialog';
import { words } from '../words';

const states = ['waiting', 'leased', 'parked'] as const;

export function Jobs() {
  const text = useWords(words);
  const list = useListState(jobFilters);
  const jobs = useListJobs(list);
  const [open, setOpen] = useState<string | null>(null);
  const columns = useJobColumns(setOpen);
  const mayManage = useMay('jobs:manage');
  const [purging, purge] = useDisclosure();
  const purgeButton = (
    <May permission="jobs:manage">
      <Button
        variant="default"
        leftSection={<Trash2 size={16} strokeWidth={1.5} aria-hidden />}
        onClick={purge.open}
      >
        {text.purge}
      </Button>
    </May>
  );
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={purgeButton} />
      <JobCounts />
      <DataTable<Job>
        id="jobs"
        label={text.title}
        list={list}
        query={jobs}
        columns={columns}
        rowId={(job) => job.id}
        rowName={(job) => job.kind}
        filters={[
          {
            name: 'state',
            label: text.state,
            options: states.map((state) => ({ value: state, label: text.states[state] })),
          },
          { name: 'kind', label: text.kind, options: [], by: 'text' },
        ]}
        {...(mayManage && {
          bulk: (chosen, done) => <JobsBulk jobs={chosen} onDone={done} />,
        })}
        empty={{ title: text.empty, detail: text.emptyDetail }}
      />
      <JobDrawer
        id={open}
        onClose={() => {
          setOpen(null);
        }}
      />
      <PurgeDialog opened={purging} onClose={purge.close} />
    </>
  );
}
