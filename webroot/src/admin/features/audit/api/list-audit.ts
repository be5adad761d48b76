import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListState } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import type { Page, Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { asked } from './asked';

export type Entry = Schema<'AuditEntry'>;

export const auditFilters = ['actor', 'action', 'subject', 'from', 'until'] as const;

export function useListAudit({ q, cursor, filters }: ListState) {
  const path = withQuery(adminPaths.api.audit, { limit: 25, q, cursor, ...asked(filters) });
  return useQuery({
    queryKey: ['audit', 'list', path],
    queryFn: ({ signal }) => api.get<Page<Entry>>(path, { signal }),
    placeholderData: keepPreviousData,
  });
}
