import { useMutation } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

export function useRequestReset() {
  return useMutation({
    mutationFn: (email: string) => asVisitor<unknown>('POST', adminPaths.api.reset, { email }),
  });
}
