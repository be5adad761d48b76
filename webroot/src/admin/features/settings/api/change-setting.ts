import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Setting, SettingValue } from './list-settings';
import { putSetting } from './put-setting';

interface SettingChange {
  key: string;
  value: SettingValue;
  version: number;
}

export function useChangeSetting() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, value, version }: SettingChange) =>
      api.put<Setting>(adminPaths.api.setting(key), { body: { value }, version }),
    onSuccess: (setting) => {
      putSetting(queries, setting);
    },
  });
}
