import { useMutation } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adopt } from '@/admin/lib/api/session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export interface Proof {
  password?: string;
  code?: string;
  ticket?: string;
  credential?: object;
}

export function useReauthenticate() {
  return useMutation({
    mutationFn: (body: Proof) =>
      api.post<Schema<'SignIn'>>(adminPaths.api.reauthenticate, { body }),
    onSuccess: adopt,
  });
}
