import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { May } from '@/admin/components/may';
import { PageHeader } from '@/admin/components/page-header';
import { DataTable } from '@/admin/components/table/data-table';
import { useListState } from '@/admin/components/table/list-state';
import { useWords } from '@/admin/lib/i18n';
import { useListWebhooks, type Webhook } from '../api/list-webhooks';
import { CreateDrawer } from '../components/create-drawer';
import { SecretDialog } from '../components/secret-dialog';
import { useWebhookColumns } from '../components/webhook-columns';
import { words } from '../words';

const none: readonly string[] = [];

export function Webhooks() {
  const text = useWords(words);
  const list = useListState(none);
  const webhooks = useListWebhooks(list);
  const columns = useWebhookColumns();
  const [creating, creation] = useDisclosure();
  const [secret, setSecret] = useState<string | null>(null);
  const createButton = (
    <May permission="integrations:manage">
      <Button
        leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
        onClick={creation.open}
      >
        {text.create}
      </Button>
    </May>
  );
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={createButton} />
      <DataTable<Webhook>
        id="webhooks"
        label={text.title}
        list={list}
        query={webhooks}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ url }) => url}
        empty={{ title: text.empty, detail: text.emptyDetail, action: createButton }}
      />
      <CreateDrawer
        opened={creating}
        onClose={creation.close}
        onCreated={(made) => {
          creation.close();
          setSecret(made);
        }}
      />
      <SecretDialog
        secret={secret}
        onClose={() => {
          setSecret(null);
        }}
      />
    </>
  );
}
