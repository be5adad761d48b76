import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { saveOver } from '@/admin/lib/api/save-over';
import { adminPaths } from '@/config/admin-paths';
import type { WebhookDraft } from './create-webhook';
import type { Webhook } from './list-webhooks';

interface WebhookChange {
  base: Webhook;
  change: WebhookDraft;
}

export function draftOf({ url, events, active }: Webhook): WebhookDraft {
  return { url, events, active };
}

export function useUpdateWebhook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ base, change }: WebhookChange) => {
      const path = adminPaths.api.webhook(base.id);
      return saveOver({
        base,
        fields: draftOf,
        read: () => api.get<Webhook>(path),
        write: (version) => api.patch<Webhook>(path, { body: change, version }),
      });
    },
    onSuccess: (webhook) => {
      queries.setQueryData(['webhooks', 'one', webhook.id], webhook);
      void queries.invalidateQueries({ queryKey: ['webhooks', 'list'] });
    },
  });
}
