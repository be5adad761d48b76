import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAttempt } from '@/admin/lib/api/attempt';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export interface Invitation {
  email: string;
  name: string;
  language: Schema<'Person'>['language'];
  roles: string[];
}

export function useInvitePerson() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (body: Invitation) =>
      api.post<Schema<'Person'>>(adminPaths.api.people, { body, key: attempt.keyFor(body) }),
    onSuccess: () => {
      attempt.done();
      void queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
}
