import { useMutation } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useBeginPasskey() {
  return useMutation({
    mutationFn: () => api.post<Schema<'PasskeyAsked'>>(adminPaths.api.passkeyCreation),
  });
}
