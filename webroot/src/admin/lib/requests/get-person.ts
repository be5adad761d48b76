import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

/** Nobody is asked for while the id is empty. */
export function useGetPerson(id: string) {
  return useQuery({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => api.get<Schema<'Person'>>(adminPaths.api.person(id), { signal }),
    enabled: id !== '',
  });
}
