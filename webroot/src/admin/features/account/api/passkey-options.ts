import { useMutation } from '@tanstack/react-query';
import { asVisitor } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

export function usePasskeyOptions() {
  return useMutation({
    mutationFn: (ticket?: string) =>
      asVisitor<Schema<'PasskeyAsked'>>(
        'POST',
        adminPaths.api.passkeyOptions,
        ticket === undefined ? {} : { ticket },
      ),
  });
}
