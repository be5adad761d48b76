import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListState } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Webhook = Schema<'Webhook'>;
export type WebhookEvent = Schema<'WebhookEvent'>;

export function useListWebhooks({ cursor }: ListState) {
  const path = withQuery(adminPaths.api.webhooks, { limit: 25, cursor });
  return useQuery({
    queryKey: ['webhooks', 'list', path],
    queryFn: ({ signal }) => api.get<Page<Webhook>>(path, { signal }),
    placeholderData: keepPreviousData,
  });
}
