import { useEffect, useEffectEvent } from 'react';

interface Versioned {
  version: number;
}

/** Starts a form from what is there now, as long as nothing is typed in it. */
export function useNewest<T extends Versioned>(
  now: T | null,
  base: Versioned | null,
  dirty: boolean,
  start: (now: T) => void,
): void {
  const onMoved = useEffectEvent(start);
  const moved = !dirty && now !== null && base !== null && now.version > base.version;
  useEffect(() => {
    if (moved) onMoved(now);
  }, [moved, now]);
}
