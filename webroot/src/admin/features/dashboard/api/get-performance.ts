import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

const every = 30_000;

export function useGetPerformance() {
  return useQuery({
    queryKey: ['performance'],
    queryFn: ({ signal }) =>
      api.get<Schema<'Performance'>>(adminPaths.api.performance, { signal, background: true }),
    refetchInterval: every,
  });
}
