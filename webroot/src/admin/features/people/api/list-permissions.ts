import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useListPermissions() {
  return useQuery({
    queryKey: ['permissions'],
    queryFn: ({ signal }) =>
      api.get<{ items: Schema<'Permission'>[] }>(adminPaths.api.permissions, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
