import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAttempt } from '@/admin/lib/api/attempt';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import type { Mail } from './list-mails';

export type TestMail = Schema<'TestMail'>;

export function useSendTestMail() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (body: TestMail) =>
      api.post<Mail>(adminPaths.api.testMail, { body, key: attempt.keyFor(body) }),
    onSuccess: () => {
      attempt.done();
      void queries.invalidateQueries({ queryKey: ['mails'] });
    },
  });
}
