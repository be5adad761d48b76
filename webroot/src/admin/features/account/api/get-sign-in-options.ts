import { useQuery } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useSignInOptions() {
  return useQuery({
    queryKey: ['sign-in-options'],
    queryFn: () => asVisitor<Schema<'SignInOptions'>>('GET', adminPaths.api.signInOptions),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
