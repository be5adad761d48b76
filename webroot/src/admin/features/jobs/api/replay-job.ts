import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Job } from './list-jobs';

export function useReplayJob() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Job>(adminPaths.api.replayJob(id)),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['jobs', 'list'] });
      void queries.invalidateQueries({ queryKey: ['jobs', 'count'] });
    },
  });
}
