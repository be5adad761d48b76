import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListState } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Job = Schema<'Job'>;

export const jobFilters = ['state', 'kind'] as const;

const every = 10_000;

export function useListJobs({ cursor, filters }: ListState) {
  const path = withQuery(adminPaths.api.jobs, { limit: 25, cursor, ...filters });
  return useQuery({
    queryKey: ['jobs', 'list', path],
    queryFn: ({ signal }) => api.get<Page<Job>>(path, { signal, background: true }),
    placeholderData: keepPreviousData,
    refetchInterval: every,
  });
}
