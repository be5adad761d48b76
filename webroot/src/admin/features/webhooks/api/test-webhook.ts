import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useTestWebhook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.post<Schema<'WebhookDelivery'>>(adminPaths.api.webhookAct(id, 'test')),
    onSuccess: ({ webhookId }) => {
      void queries.invalidateQueries({ queryKey: ['webhooks', 'deliveries', webhookId] });
    },
  });
}
