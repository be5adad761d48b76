import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useRenamePasskey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      api.patch<Schema<'Passkey'>>(adminPaths.api.passkey(id), { body: { name } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['my-factors'] });
    },
  });
}
