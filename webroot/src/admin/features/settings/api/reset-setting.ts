import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';
import type { Setting } from './list-settings';
import { putSetting } from './put-setting';

export function useResetSetting() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version }: Pick<Setting, 'key' | 'version'>) =>
      api.delete<Setting>(adminPaths.api.setting(key), { version }),
    onSuccess: (setting) => {
      putSetting(queries, setting);
    },
  });
}
