import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Job } from './list-jobs';

export function useCancelJob() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Pick<Job, 'id' | 'version'>) =>
      api.delete<undefined>(adminPaths.api.job(id), { version }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['jobs', 'list'] });
      void queries.invalidateQueries({ queryKey: ['jobs', 'count'] });
    },
  });
}
