import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Webhook } from './list-webhooks';

export function useDeleteWebhook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<Webhook, 'id' | 'version'>) =>
      api.delete<undefined>(adminPaths.api.webhook(id), { version }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['webhooks', 'list'] });
    },
  });
}
