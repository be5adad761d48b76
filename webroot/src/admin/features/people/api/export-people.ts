import { useMutation } from '@tanstack/react-query';
import type { ExportFormat } from '@/admin/components/table/export-menu';
import type { ListQuery } from '@/admin/components/table/list-state';
import { api } from '@/admin/lib/api/client';
import { withQuery } from '@/admin/lib/api/query';
import { saveFile } from '@/admin/lib/save-file';
import { adminPaths } from '@/config/admin-paths';

export function useExportPeople({ q, filters }: ListQuery) {
  return useMutation({
    mutationFn: async (accept: ExportFormat) => {
      const path = withQuery(adminPaths.api.peopleExport, { q, ...filters });
      saveFile(
        await api.blob(path, { accept }),
        accept === 'text/csv' ? 'people.csv' : 'people.jsonl',
      );
    },
  });
}
