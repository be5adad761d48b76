import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import { reloadMe } from './get-me';

export function useRemoveTotp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<undefined>(adminPaths.api.totp),
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ['my-factors'] });
      await reloadMe();
    },
  });
}
