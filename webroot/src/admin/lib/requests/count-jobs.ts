import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

type Job = Schema<'Job'>;

const every = 10_000;

/** How many jobs are in one state. */
export function useCountJobs(state: Job['state']) {
  return useQuery({
    queryKey: ['jobs', 'count', state],
    queryFn: async ({ signal }) => {
      const path = withQuery(adminPaths.api.jobs, { limit: 1, state });
      const page = await api.get<Page<Job>>(path, { signal, background: true });
      return page.total ?? page.items.length;
    },
    refetchInterval: every,
  });
}
