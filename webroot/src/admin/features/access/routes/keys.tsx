import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Plus } from 'lucide-react';
import { PageHeader } from '@/admin/components/page-header';
import { DataTable } from '@/admin/components/table/data-table';
import { useListState } from '@/admin/components/table/list-state';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { useListKeys } from '../api/list-keys';
import { useKeyColumns } from '../components/key-columns';
import { NewKey } from '../components/new-key';
import { words } from '../words';

const noFilters = [] as const;

export function Keys() {
  const text = useWords(words);
  const list = useListState(noFilters);
  const keys = useListKeys(list);
  const columns = useKeyColumns();
  const [creating, dialog] = useDisclosure();
  const add = (
    <Button leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />} onClick={dialog.open}>
      {text.newKey}
    </Button>
  );
  return (
    <>
      <PageHeader title={text.keysTitle} description={text.keysText} actions={add} />
      <DataTable<Schema<'Key'>>
        id="keys"
        label={text.keysTitle}
        list={list}
        query={keys}
        columns={columns}
        rowId={(key) => key.id}
        rowName={(key) => key.name}
        empty={{ title: text.noKeys, detail: text.noKeysDetail }}
      />
      <NewKey opened={creating} onClose={dialog.close} />
    </>
  );
}
