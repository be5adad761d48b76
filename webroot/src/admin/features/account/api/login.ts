import { useMutation } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import { adopt } from '@/admin/lib/api/session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useLogin() {
  return useMutation({
    mutationFn: (body: { email: string; password: string; unlock?: string }) =>
      asVisitor<Schema<'SignIn'>>('POST', adminPaths.api.login, body),
    onSuccess: adopt,
  });
}
