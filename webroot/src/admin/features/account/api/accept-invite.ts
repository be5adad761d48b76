import { useMutation } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import { adopt } from '@/admin/lib/api/session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export interface Acceptance {
  token: string;
  name: string;
  password: string;
  language: Schema<'Me'>['language'];
  email?: string;
}

export function useAcceptInvite() {
  return useMutation({
    mutationFn: (body: Acceptance) =>
      asVisitor<Schema<'SignIn'>>('POST', adminPaths.api.acceptInvite, body),
    onSuccess: adopt,
  });
}
