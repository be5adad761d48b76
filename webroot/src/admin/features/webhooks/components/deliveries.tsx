import { useState } from 'react';
import { DataTable } from '@/admin/components/table/data-table';
import { useListState } from '@/admin/components/table/list-state';
import { useWords } from '@/admin/lib/i18n';
import { type Delivery, useListDeliveries } from '../api/list-deliveries';
import { words } from '../words';
import { useDeliveryColumns } from './delivery-columns';
import { DeliveryDrawer } from './delivery-drawer';

const none: readonly string[] = [];

export function Deliveries({ webhook }: { webhook: string }) {
  const text = useWords(words);
  const list = useListState(none);
  const deliveries = useListDeliveries(webhook, list);
  const [open, setOpen] = useState<Delivery | null>(null);
  const columns = useDeliveryColumns(setOpen);
  return (
    <>
      <DataTable<Delivery>
        id="deliveries"
        label={text.deliveries}
        list={list}
        query={deliveries}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ event }) => text.eventNames[event]}
        empty={{ title: text.noDeliveries, detail: text.noDeliveriesDetail }}
      />
      <DeliveryDrawer
        delivery={open}
        onClose={() => {
          setOpen(null);
        }}
      />
    </>
  );
}
