import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Performance = Schema<'Performance'>;

const every = 15_000;

export function useGetPerformance() {
  return useQuery({
    queryKey: ['performance'],
    queryFn: ({ signal }) =>
      api.get<Performance>(adminPaths.api.performance, { signal, background: true }),
    refetchInterval: every,
  });
}
