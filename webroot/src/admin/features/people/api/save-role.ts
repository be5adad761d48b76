import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAttempt } from '@/admin/lib/api/attempt';
import { api } from '@/admin/lib/api/client';
import { saveOver } from '@/admin/lib/api/save-over';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

type Role = Schema<'Role'>;
export type RoleDraft = Pick<Role, 'title' | 'rank' | 'permissions' | 'secondFactor'>;

interface Saving {
  /** Null makes a new one. */
  existing: Role | null;
  name: string;
  draft: RoleDraft;
}

function draftOf({ title, rank, permissions, secondFactor }: Role): RoleDraft {
  return { title, rank, permissions, secondFactor };
}

export function useSaveRole() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: ({ existing, name, draft }: Saving) => {
      if (existing) {
        const path = adminPaths.api.role(existing.id);
        return saveOver({
          base: existing,
          fields: draftOf,
          read: () => api.get<Role>(path),
          write: (version) => api.patch<Role>(path, { body: draft, version }),
        });
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
