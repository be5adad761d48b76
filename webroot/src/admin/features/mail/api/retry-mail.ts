import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Mail } from './list-mails';

export function useRetryMail() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Mail>(adminPaths.api.retryMail(id)),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['mails'] });
    },
  });
}
