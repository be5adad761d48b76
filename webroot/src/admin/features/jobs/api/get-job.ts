import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Job } from './list-jobs';

export function useGetJob(id: string) {
  return useQuery({
    queryKey: ['jobs', 'one', id],
    queryFn: ({ signal }) => api.get<Job>(adminPaths.api.job(id), { signal }),
  });
}
