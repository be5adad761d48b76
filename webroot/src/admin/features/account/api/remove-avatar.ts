import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import { reloadMe } from './get-me';

export function useRemoveAvatar() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<undefined>(adminPaths.api.myAvatar),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['avatar'] });
      await reloadMe();
    },
  });
}
