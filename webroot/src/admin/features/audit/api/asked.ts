import type { Query } from '@/admin/lib/api/query';
import { startOfDay } from '@/admin/lib/day';

/** The filters as the server takes them: days begin where they are looked at. */
export function asked(filters: Record<string, string>): Query {
  const { from = '', until = '' } = filters;
  return { ...filters, from: startOfDay(from), until: startOfDay(until) };
}
