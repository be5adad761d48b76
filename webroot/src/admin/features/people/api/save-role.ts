import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAttempt } from '@/admin/lib/api/attempt';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

type Role = Schema<'Role'>;
export type RoleDraft = Pick<Role, 'title' | 'rank' | 'permissions' | 'secondFactor'>;

interface Saving {
  /** Null makes a new one. */
  existing: Pick<Role, 'id' | 'version'> | null;
  name: string;
  draft: RoleDraft;
}

export function useSaveRole() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: ({ existing, name, draft }: Saving) => {
      if (existing) {
        const { id, version } = existing;
        return api.patch<Role>(adminPaths.api.role(id), { body: draft, version });
      }
      const body = { name, ...draft };
      return api.post<Role>(adminPaths.api.roles, { body, key: attempt.keyFor(body) });
    },
    onSuccess: (role) => {
      attempt.done();
      queries.setQueryData(['roles', 'one', role.id], role);
      void queries.invalidateQueries({ queryKey: ['roles'] });
    },
  });
}
