import { useQuery } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useShowInvite(token: string) {
  return useQuery({
    queryKey: ['invite', token],
    queryFn: () => asVisitor<Schema<'Invite'>>('POST', adminPaths.api.invite, { token }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
