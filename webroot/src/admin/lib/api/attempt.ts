import { useState } from 'react';

export interface Attempt {
  /** The same name as long as the same thing is tried. */
  keyFor: (intention: unknown) => string;
  done: () => void;
}

/** Names what is being created, so that sending it twice creates it once. */
export function useAttempt(): Attempt {
  const [attempt] = useState(newAttempt);
  return attempt;
}

export function newAttempt(): Attempt {
  let last: { intention: string; key: string } | null = null;
  return {
    keyFor: (intention) => {
      const written = JSON.stringify(intention);
      if (last?.intention !== written) last = { intention: written, key: crypto.randomUUID() };
      return last.key;
    },
    done: () => {
      last = null;
    },
  };
}
