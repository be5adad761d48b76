import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useRotateSecret() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api.post<Schema<'WebhookSecret'>>(adminPaths.api.webhookAct(id, 'rotate-secret')),
    onSuccess: ({ webhook }) => {
      queries.setQueryData(['webhooks', 'one', webhook.id], webhook);
    },
  });
}
