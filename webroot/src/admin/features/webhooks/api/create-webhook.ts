import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAttempt } from '@/admin/lib/api/attempt';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { makesSecret } from '@/admin/lib/held';
import { adminPaths } from '@/config/admin-paths';

export type WebhookDraft = Required<Schema<'WebhookDraft'>>;

export function useCreateWebhook() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationKey: makesSecret,
    mutationFn: (body: WebhookDraft) =>
      api.post<Schema<'WebhookSecret'>>(adminPaths.api.webhooks, {
        body,
        key: attempt.keyFor(body),
      }),
    onSuccess: () => {
      attempt.done();
      void queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
  });
}
