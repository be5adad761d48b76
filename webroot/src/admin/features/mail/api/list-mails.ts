import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListState } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Mail = Schema<'Mail'>;

export const mailFilters = ['state'] as const;
export const mailStates = ['queued', 'leased', 'sent', 'failed', 'bounced'] as const;

const every = 10_000;

export function useListMails({ cursor, filters }: ListState) {
  const path = withQuery(adminPaths.api.mails, { limit: 25, cursor, ...filters });
  return useQuery({
    queryKey: ['mails', 'list', path],
    queryFn: ({ signal }) => api.get<Page<Mail>>(path, { signal, background: true }),
    placeholderData: keepPreviousData,
    refetchInterval: every,
  });
}
