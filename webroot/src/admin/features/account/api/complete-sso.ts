import { useMutation } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import { adopt } from '@/admin/lib/api/session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useCompleteSso() {
  return useMutation({
    mutationFn: (ticket: string) =>
      asVisitor<Schema<'SignIn'>>('POST', adminPaths.api.ssoLogin, { ticket }),
    onSuccess: adopt,
  });
}
