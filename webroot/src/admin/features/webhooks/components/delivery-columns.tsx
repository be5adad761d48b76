import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { RelativeTime } from '@/admin/components/relative-time';
import type { Column } from '@/admin/components/table/columns';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import type { Delivery } from '../api/list-deliveries';
import { words } from '../words';
import { DeliveryState } from './delivery-state';

export function useDeliveryColumns(onOpen: (delivery: Delivery) => void): Column<Delivery>[] {
  const text = useWords(words);
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'event',
        header: text.event,
        cell: (delivery) => (
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-label={text.open(text.eventNames[delivery.event])}
            onClick={() => {
              onOpen(delivery);
            }}
          >
            {text.eventNames[delivery.event]}
          </Anchor>
        ),
      },
      { id: 'state', header: text.state, cell: ({ state }) => <DeliveryState state={state} /> },
      { id: 'answer', header: text.answer, cell: ({ lastStatus }) => lastStatus ?? '–' },
      {
        id: 'took',
        header: text.took,
        end: true,
        cell: ({ lastMilliseconds }) =>
          lastMilliseconds === undefined ? '–' : text.milliseconds(format.number(lastMilliseconds)),
      },
      {
        id: 'attempts',
        header: text.attempts,
        end: true,
        cell: ({ attempts }) => format.number(attempts),
      },
      { id: 'at', header: text.at, cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
      { id: 'next', header: text.next, cell: ({ nextTryAt }) => <RelativeTime at={nextTryAt} /> },
    ],
    [text, format, onOpen],
  );
}
