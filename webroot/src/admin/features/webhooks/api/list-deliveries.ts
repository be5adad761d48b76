import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListState } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Delivery = Schema<'WebhookDelivery'>;

const every = 10_000;

export function useListDeliveries(webhook: string, { cursor }: ListState) {
  const list = adminPaths.api.webhookAct(webhook, 'deliveries');
  const path = withQuery(list, { limit: 25, cursor });
  return useQuery({
    queryKey: ['webhooks', 'deliveries', webhook, path],
    queryFn: ({ signal }) => api.get<Page<Delivery>>(path, { signal, background: true }),
    placeholderData: keepPreviousData,
    refetchInterval: every,
  });
}
