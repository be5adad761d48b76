import { useLocation } from 'react-router';
import { adminPaths } from '@/config/admin-paths';

interface Arrival {
  back: string | null;
  reason: 'left' | 'expired' | 'idle' | null;
}

/** Where somebody wanted to go before the sign-in came between, and why it did. */
export function useArrival(): { back: string; reason: Arrival['reason'] } {
  const state = useLocation().state as Partial<Arrival> | null;
  return { back: state?.back ?? adminPaths.screens.home, reason: state?.reason ?? null };
}
