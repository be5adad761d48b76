import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListState } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Person = Schema<'Person'>;

export const peopleFilters = ['state', 'role'] as const;

export function useListPeople({ q, sort, cursor, filters }: ListState) {
  const path = withQuery(adminPaths.api.people, { limit: 25, q, sort, cursor, ...filters });
  return useQuery({
    queryKey: ['people', 'list', path],
    queryFn: ({ signal }) => api.get<Page<Person>>(path, { signal }),
    placeholderData: keepPreviousData,
  });
}
