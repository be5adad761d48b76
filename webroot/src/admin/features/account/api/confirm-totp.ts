import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adopt } from '@/admin/lib/api/session';
import { toastFailure } from '@/admin/lib/toast';
import { reloadMe } from './get-me';
import { makesSecret } from '@/admin/lib/held';
import { adminPaths } from '@/config/admin-paths';

export function useConfirmTotp() {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: makesSecret,
    mutationFn: (code: string) =>
      api.post<Schema<'RecoveryCodes'>>(adminPaths.api.confirmTotp, { body: { code } }),
    onSuccess: ({ signIn }) => {
      if (signIn) adopt(signIn);
      else reloadMe().catch(toastFailure);
      void queries.invalidateQueries({ queryKey: ['my-factors'] });
    },
  });
}
