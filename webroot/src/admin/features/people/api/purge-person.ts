import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

export function usePurgePerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, email }: { id: string; email: string }) =>
      api.post<undefined>(adminPaths.api.personAct(id, 'purge'), { body: { email } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
}
