import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { refresh } from '@/admin/lib/api/refresh';
import { type Frame, type LiveLine, openLive } from '@/admin/lib/live/live';
import { LiveContext, type LiveState } from '@/admin/lib/live/use-live';
import { adminPaths } from '@/config/admin-paths';

export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const [state, setState] = useState<LiveState>({ present: [], counts: {} });
  const line = useRef<LiveLine | null>(null);
  useEffect(() => {
    let wasOpen = false;
    const opened = openLive((frame) => {
      setState((before) => after(before, frame));
      refetch(queries, frame);
      if (frame.type === 'hello') {
        // What changed while the line was broken was told to nobody here.
        if (wasOpen) void queries.invalidateQueries();
        wasOpen = true;
      }
      // Either the session goes on with a new token, or this page ends with it.
      if (frame.type === 'bye' && frame.reason === 'session') refresh(true).catch(() => undefined);
    });
    line.current = opened;
    return opened.close;
  }, [queries]);
  useEffect(() => {
    line.current?.here(adminPaths.root + pathname);
  }, [pathname]);
  return <LiveContext value={state}>{children}</LiveContext>;
}

function after(before: LiveState, frame: Frame): LiveState {
  switch (frame.type) {
    case 'hello':
      return { ...before, present: frame.presence ?? [] };
    case 'presence':
      return { ...before, present: frame.people };
    case 'counts':
      return { ...before, counts: frame };
    case 'changed':
    case 'job':
    case 'bye':
      return before;
  }
}

/** What somebody changed elsewhere is asked for again, under the first part of its query key. */
function refetch(queries: QueryClient, frame: Frame): void {
  if (frame.type === 'changed') void queries.invalidateQueries({ queryKey: [frame.what] });
  if (frame.type === 'job') void queries.invalidateQueries({ queryKey: ['jobs'] });
}
