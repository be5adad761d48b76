import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { WebhookDraft } from './create-webhook';
import type { Webhook } from './list-webhooks';

interface WebhookChange {
  id: string;
  version: number;
  change: WebhookDraft;
}

export function useUpdateWebhook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, change }: WebhookChange) =>
      api.patch<Webhook>(adminPaths.api.webhook(id), { body: change, version }),
    onSuccess: (webhook) => {
      queries.setQueryData(['webhooks', 'one', webhook.id], webhook);
      void queries.invalidateQueries({ queryKey: ['webhooks', 'list'] });
    },
  });
}
