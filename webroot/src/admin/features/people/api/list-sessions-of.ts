import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useListSessionsOf(person: string, enabled: boolean) {
  return useQuery({
    queryKey: ['sessions', 'of', person],
    queryFn: ({ signal }) =>
      api.get<Page<Schema<'Session'>>>(withQuery(adminPaths.api.sessions, { person, limit: 50 }), {
        signal,
      }),
    enabled,
  });
}
