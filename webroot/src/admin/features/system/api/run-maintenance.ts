import { useMutation } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export const maintenanceActions = ['clear-cache', 'garbage-collect', 'vacuum'] as const;
export type MaintenanceAction = (typeof maintenanceActions)[number];

export function useRunMaintenance(action: MaintenanceAction) {
  return useMutation({
    mutationFn: () => api.post<Schema<'MaintenanceOutcome'>>(adminPaths.api.maintenance(action)),
  });
}
