import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Mail } from './list-mails';

export function useGetMail(id: string) {
  return useQuery({
    queryKey: ['mails', 'one', id],
    queryFn: ({ signal }) => api.get<Mail>(adminPaths.api.mail(id), { signal }),
    gcTime: 0,
  });
}
