import { useMutation } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

export function useCompleteReset() {
  return useMutation({
    mutationFn: (body: { token: string; password: string }) =>
      asVisitor<undefined>('POST', adminPaths.api.completeReset, body),
  });
}
