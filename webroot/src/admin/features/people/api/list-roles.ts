import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useListRoles() {
  return useQuery({
    queryKey: ['roles', 'list'],
    queryFn: ({ signal }) => api.get<{ items: Schema<'Role'>[] }>(adminPaths.api.roles, { signal }),
  });
}
