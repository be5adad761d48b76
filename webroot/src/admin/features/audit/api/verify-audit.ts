import { useMutation } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Verdict = Schema<'AuditVerdict'>;

export function useVerifyAudit() {
  return useMutation({
    mutationFn: () => api.post<Verdict>(adminPaths.api.verifyAudit, { long: true }),
  });
}
