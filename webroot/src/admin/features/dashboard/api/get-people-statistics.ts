import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useGetPeopleStatistics() {
  return useQuery({
    queryKey: ['people', 'statistics'],
    queryFn: ({ signal }) =>
      api.get<Schema<'PeopleStatistics'>>(adminPaths.api.peopleStatistics, { signal }),
  });
}
