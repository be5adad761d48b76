import { useSyncExternalStore } from 'react';

const every = 10_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: number | undefined;

/** The time, told anew every ten seconds to everybody who shows it. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) now = Date.now();
  listeners.add(listener);
  timer ??= window.setInterval(tick, every);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = Date.now();
  listeners.forEach((listener) => {
    listener();
  });
}
