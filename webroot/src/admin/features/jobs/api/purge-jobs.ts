import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function usePurgeJobs() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'JobPurge'>) =>
      api.post<{ purged: number }>(adminPaths.api.purgeJobs, { body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
}
