import { useMutation } from '@tanstack/react-query';
import type { ExportFormat } from '@/admin/components/table/export-menu';
import type { ListQuery } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import { saveFile } from '@/admin/lib/save-file';
import { adminPaths } from '@/config/admin-paths';
import { asked } from './asked';

export function useExportAudit({ q, filters }: ListQuery) {
  return useMutation({
    mutationFn: async (accept: ExportFormat) => {
      const path = withQuery(adminPaths.api.auditExport, { q, ...asked(filters) });
      const content = await api.blob(path, { accept });
      saveFile(content, accept === 'text/csv' ? 'audit.csv' : 'audit.jsonl');
    },
  });
}
