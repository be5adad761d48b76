import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAttempt } from '@/admin/lib/api/attempt';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export interface PeopleChange {
  ids: string[];
  act: 'activate' | 'deactivate' | 'delete' | 'restore' | 'signOut' | 'addRole' | 'removeRole';
  role?: string;
}

export function useChangePeople() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (body: PeopleChange) =>
      api.post<Schema<'PeopleOutcome'>>(adminPaths.api.peopleBulk, {
        body,
        key: attempt.keyFor(body),
      }),
    onSuccess: () => {
      attempt.done();
      void queries.invalidateQueries({ queryKey: ['people'] });
      void queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
}
