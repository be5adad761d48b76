import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

export function useDeleteRole() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      api.delete<undefined>(adminPaths.api.role(id), { version }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['roles'] });
    },
  });
}
