import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Webhook } from './list-webhooks';

export function useGetWebhook(id: string) {
  return useQuery({
    queryKey: ['webhooks', 'one', id],
    queryFn: ({ signal }) => api.get<Webhook>(adminPaths.api.webhook(id), { signal }),
  });
}
