import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import { reloadMe } from './get-me';

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; next: string }) =>
      api.put<undefined>(adminPaths.api.myPassword, { body }),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['my-sessions'] });
      await reloadMe();
    },
  });
}
