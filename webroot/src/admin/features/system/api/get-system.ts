import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type SystemInfo = Schema<'SystemInfo'>;

export function useGetSystem() {
  return useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => api.get<SystemInfo>(adminPaths.api.system, { signal }),
  });
}
