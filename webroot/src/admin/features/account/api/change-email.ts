import { useMutation } from '@tanstack/react-query';
import { api } from '@/admin/lib/api/client';
import { adminPaths } from '@/config/admin-paths';

export function useChangeEmail() {
  return useMutation({
    mutationFn: (body: { email: string; password: string }) =>
      api.post<unknown>(adminPaths.api.myEmail, { body }),
  });
}
