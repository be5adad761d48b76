import { useMutation } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { updateMe } from '@/admin/lib/api/session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

type Me = Schema<'Me'>;

export interface MyChange {
  version: number;
  change: Partial<Pick<Me, 'name' | 'language' | 'zone'>>;
}

export function useUpdateMe() {
  return useMutation({
    mutationFn: ({ version, change }: MyChange) =>
      api.patch<Me>(adminPaths.api.me, { body: change, version }),
    onSuccess: updateMe,
  });
}
