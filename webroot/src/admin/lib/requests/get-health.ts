import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type HealthTree = Schema<'HealthTree'>;

const every = 15_000;

export function useGetHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) =>
      api.get<HealthTree>(adminPaths.api.health, { signal, background: true }),
    refetchInterval: every,
  });
}
