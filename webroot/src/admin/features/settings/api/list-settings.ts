import { useQuery } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export type Setting = Schema<'Setting'>;
export type SettingValue = Schema<'SettingValue'>;

export const settingsKey = ['settings', 'list'];

export function useListSettings() {
  return useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => api.get<{ items: Setting[] }>(adminPaths.api.settings, { signal }),
  });
}
