import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAttempt } from '@/admin/lib/api/attempt';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { makesSecret } from '@/admin/lib/held';
import { adminPaths } from '@/config/admin-paths';

export interface KeyDraft {
  name: string;
  scopes: string[];
  expiresAt?: string;
}

export function useCreateKey() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationKey: makesSecret,
    mutationFn: (body: KeyDraft) =>
      api.post<Schema<'NewKey'>>(adminPaths.api.keys, { body, key: attempt.keyFor(body) }),
    onSuccess: () => {
      attempt.done();
      void queries.invalidateQueries({ queryKey: ['keys'] });
    },
  });
}
