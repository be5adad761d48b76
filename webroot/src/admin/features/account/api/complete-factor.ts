import { useMutation } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import { adopt } from '@/admin/lib/api/session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useCompleteFactor() {
  return useMutation({
    mutationFn: (body: {
      ticket: string;
      kind: Schema<'FactorCompletion'>['kind'];
      code?: string;
      credential?: object;
    }) => asVisitor<Schema<'SignIn'>>('POST', adminPaths.api.factors, body),
    onSuccess: adopt,
  });
}
