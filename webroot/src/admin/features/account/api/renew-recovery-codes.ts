import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useRenewRecoveryCodes() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Schema<'RecoveryCodes'>>(adminPaths.api.recoveryCodes),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['my-factors'] });
    },
  });
}
