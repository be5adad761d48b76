import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

export function useEndSessionOf() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<undefined>(adminPaths.api.session(id)),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
}
