export interface Backoff {
  next: () => number;
  reset: () => void;
}

const first = 1_000;
const longest = 60_000;

/** Waits that double up to a minute, each with a random part, so that not everybody returns at once. */
export function backoff(chance: () => number = Math.random): Backoff {
  let wait = first;
  return {
    next: () => {
      const now = wait / 2 + chance() * (wait / 2);
      wait = Math.min(longest, wait * 2);
      return now;
    },
    reset: () => {
      wait = first;
    },
  };
}
