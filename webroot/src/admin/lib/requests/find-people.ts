import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

/** The first few people with such a name or address. */
export function useFindPeople(q: string) {
  const path = withQuery(adminPaths.api.people, { limit: 8, q });
  return useQuery({
    queryKey: ['people', 'found', path],
    queryFn: ({ signal }) => api.get<Page<Schema<'Person'>>>(path, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}
