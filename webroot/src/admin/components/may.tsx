import type { ReactNode } from 'react';
import { useMay } from '@/admin/lib/use-session';

interface MayProps {
  permission: string;
  children: ReactNode;
}

/** Shows what only some may do; the server refuses it all the same. */
export function May({ permission, children }: MayProps) {
  return useMay(permission) ? children : null;
}
