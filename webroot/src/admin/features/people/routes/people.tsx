import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { UserPlus } from 'lucide-react';
import { May } from '@/admin/components/may';
import { PageHeader } from '@/admin/components/page-header';
import { DataTable } from '@/admin/components/table/data-table';
import { useListState } from '@/admin/components/table/list-state';
import { useWords } from '@/admin/lib/i18n';
import { toastFailure } from '@/admin/lib/toast';
import { useMay } from '@/admin/lib/use-session';
import { useExportPeople } from '../api/export-people';
import { type Person, peopleFilters, useListPeople } from '../api/list-people';
import { InviteDrawer } from '../components/invite-drawer';
import { PeopleBulk } from '../components/people-bulk';
import { usePeopleColumns } from '../components/people-columns';
import { usePeopleFilters } from '../components/people-filters';
import { words } from '../words';

export function People() {
  const text = useWords(words);
  const list = useListState(peopleFilters, 'name');
  const people = useListPeople(list);
  const columns = usePeopleColumns();
  const filters = usePeopleFilters();
  const exporting = useExportPeople(list);
  const mayManage = useMay('people:manage');
  const [inviting, invite] = useDisclosure();
  const inviteButton = (
    <May permission="people:manage">
      <Button
        leftSection={<UserPlus size={16} strokeWidth={1.5} aria-hidden />}
        onClick={invite.open}
      >
        {text.invite}
      </Button>
    </May>
  );
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={inviteButton} />
      <DataTable<Person>
        id="people"
        label={text.title}
        list={list}
        query={people}
        columns={columns}
        rowId={(person) => person.id}
        rowName={(person) => person.name}
        searchLabel={text.search}
        filters={filters}
        {...(mayManage && {
          bulk: (chosen, done) => <PeopleBulk people={chosen} onDone={done} />,
        })}
        onExport={(format) => {
          exporting.mutate(format, { onError: toastFailure });
        }}
        empty={{ title: text.empty, detail: text.emptyDetail, action: inviteButton }}
      />
      <InviteDrawer opened={inviting} onClose={invite.close} />
    </>
  );
}
