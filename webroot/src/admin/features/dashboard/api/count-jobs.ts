import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

const every = 30_000;

/** How much work waits, and how much was given up until somebody looks at it. */
export function useCountJobs(state: 'waiting' | 'parked') {
  return useQuery({
    queryKey: ['jobs', 'count', state],
    queryFn: async ({ signal }) => {
      const path = withQuery(adminPaths.api.jobs, { limit: 1, state });
      const page = await api.get<Page<Schema<'Job'>>>(path, { signal, background: true });
      return page.total ?? page.items.length;
    },
    refetchInterval: every,
  });
}
