import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import { reloadMe } from './get-me';

export function useSetAvatar() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { type: string; data: string }) =>
      api.put<undefined>(adminPaths.api.myAvatar, { body }),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['avatar'] });
      await reloadMe();
    },
  });
}
