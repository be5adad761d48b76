import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListState } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useListKeys({ cursor }: ListState) {
  const path = withQuery(adminPaths.api.keys, { limit: 25, cursor });
  return useQuery({
    queryKey: ['keys', 'list', path],
    queryFn: ({ signal }) => api.get<Page<Schema<'Key'>>>(path, { signal }),
    placeholderData: keepPreviousData,
  });
}
