import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Tick = Schema<'Tick'>;

const every = 15_000;

export function useListTicks() {
  return useQuery({
    queryKey: ['ticks'],
    queryFn: ({ signal }) =>
      api.get<{ items: Tick[] }>(adminPaths.api.ticks, { signal, background: true }),
    refetchInterval: every,
  });
}
