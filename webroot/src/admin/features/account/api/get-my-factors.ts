import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useGetMyFactors() {
  return useQuery({
    queryKey: ['my-factors'],
    queryFn: ({ signal }) => api.get<Schema<'MyFactors'>>(adminPaths.api.myFactors, { signal }),
  });
}
