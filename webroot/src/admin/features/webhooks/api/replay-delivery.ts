import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Delivery } from './list-deliveries';

export function useReplayDelivery() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Delivery>(adminPaths.api.replayDelivery(id)),
    onSuccess: ({ webhookId }) => {
      void queries.invalidateQueries({ queryKey: ['webhooks', 'deliveries', webhookId] });
    },
  });
}
