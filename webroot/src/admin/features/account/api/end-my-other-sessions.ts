import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

export function useEndMyOtherSessions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<{ ended: number }>(adminPaths.api.mySessions),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['my-sessions'] });
    },
  });
}
