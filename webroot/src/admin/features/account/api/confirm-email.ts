import { useMutation } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

export function useConfirmEmail() {
  return useMutation({
    mutationFn: (token: string) =>
      asVisitor<undefined>('POST', adminPaths.api.confirmEmail, { token }),
  });
}
