import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Alert = Schema<'AlertList'>['items'][number];

const every = 15_000;

export function useListAlerts() {
  return useQuery({
    queryKey: ['alerts'],
    queryFn: ({ signal }) =>
      api.get<Schema<'AlertList'>>(adminPaths.api.alerts, { signal, background: true }),
    refetchInterval: every,
  });
}
