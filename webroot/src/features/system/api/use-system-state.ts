import { useCallback, useState } from 'react';
import { env } from '@/config/env';
import { useRefresh } from '@/lib/use-refresh';
import { getHealth, type Health } from './get-health';
import { getSite, type Site } from './get-site';

export interface SystemState {
  status: 'loading' | Health['status'] | 'unreachable';
  /** What was last known of the site; kept when an answer fails. */
  site: Site | null;
  answeredAt: Date | null;
}

const unknown: SystemState = { status: 'loading', site: null, answeredAt: null };

export function useSystemState(): [SystemState, () => void] {
  const [state, setState] = useState(unknown);
  const ask = useCallback(async (signal: AbortSignal) => {
    const change = await readState(signal);
    if (!signal.aborted) setState(change);
  }, []);
  return [state, useRefresh(ask, env.statusRefreshMillis)];
}

type Change = (previous: SystemState) => SystemState;

async function readState(signal: AbortSignal): Promise<Change> {
  try {
    const [{ status }, site] = await Promise.all([
      getHealth(signal),
      getSite(signal).catch(() => null),
    ]);
    return (previous) => ({ status, site: site ?? previous.site, answeredAt: new Date() });
  } catch {
    return (previous) => ({ ...previous, status: 'unreachable' });
  }
}
