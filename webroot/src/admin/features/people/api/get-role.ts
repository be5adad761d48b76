import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useGetRole(id: string) {
  return useQuery({
    queryKey: ['roles', 'one', id],
    queryFn: ({ signal }) => api.get<Schema<'Role'>>(adminPaths.api.role(id), { signal }),
    enabled: id !== '',
  });
}
