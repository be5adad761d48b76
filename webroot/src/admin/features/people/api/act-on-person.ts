import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

export type PersonAct =
  'invite' | 'activate' | 'deactivate' | 'reset-factors' | 'sign-out' | 'restore';

export function useActOnPerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: { id: string; act: PersonAct }) =>
      api.post<unknown>(adminPaths.api.personAct(id, act)),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['people'] });
      void queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
}
