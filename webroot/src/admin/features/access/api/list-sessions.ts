import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListState } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useListSessions({ cursor }: ListState) {
  const path = withQuery(adminPaths.api.sessions, { limit: 25, cursor });
  return useQuery({
    queryKey: ['sessions', 'list', path],
    queryFn: ({ signal }) => api.get<Page<Schema<'Session'>>>(path, { signal }),
    placeholderData: keepPreviousData,
  });
}
