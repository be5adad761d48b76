import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { May } from '@/admin/components/may';
import { PageHeader } from '@/admin/components/page-header';
import { DataTable } from '@/admin/components/table/data-table';
import { useListState } from '@/admin/components/table/list-state';
import { useWords } from '@/admin/lib/i18n';
import { useMay } from '@/admin/lib/use-session';
import { type Mail, mailFilters, mailStates, useListMails } from '../api/list-mails';
import { useMailColumns } from '../components/mail-columns';
import { MailDrawer } from '../components/mail-drawer';
import { TestMailDialog } from '../components/test-mail-dialog';
import { words } from '../words';

export function Mails() {
  const text = useWords(words);
  const list = useListState(mailFilters);
  const mails = useListMails(list);
  const mayManage = useMay('mail:manage');
  const [open, setOpen] = useState<string | null>(null);
  const columns = useMailColumns(mayManage ? setOpen : null);
  const [testing, test] = useDisclosure();
  const testButton = (
    <May permission="mail:manage">
      <Button leftSection={<Send size={16} strokeWidth={1.5} aria-hidden />} onClick={test.open}>
        {text.test}
      </Button>
    </May>
  );
  return (
    <>
      <PageHeader
        title={text.title}
        description={mayManage ? text.description : `${text.description} ${text.readHint}`}
        actions={testButton}
      />
      <DataTable<Mail>
        id="mails"
        label={text.title}
        list={list}
        query={mails}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ subject }) => subject}
        filters={[
          {
            name: 'state',
            label: text.state,
            options: mailStates.map((state) => ({ value: state, label: text.states[state] })),
          },
        ]}
        empty={{ title: text.empty, detail: text.emptyDetail, action: testButton }}
      />
      <MailDrawer
        id={open}
        onClose={() => {
          setOpen(null);
        }}
      />
      <TestMailDialog opened={testing} onClose={test.close} />
    </>
  );
}
