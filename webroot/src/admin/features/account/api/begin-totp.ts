import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '@/admin/lib/api/client';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';

/** A new key each time the enrolment is opened, and only one however often it is drawn. */
export function useBeginTotp() {
  const id = useId();
  return useQuery({
    queryKey: ['totp-secret', id],
    queryFn: () => api.post<Schema<'TotpBegun'>>(adminPaths.api.totp),
    staleTime: 'static',
    gcTime: 0,
  });
}
