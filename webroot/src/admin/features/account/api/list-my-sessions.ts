import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function useListMySessions() {
  return useQuery({
    queryKey: ['my-sessions'],
    queryFn: ({ signal }) =>
      api.get<{ items: Schema<'Session'>[] }>(adminPaths.api.mySessions, { signal }),
  });
}
