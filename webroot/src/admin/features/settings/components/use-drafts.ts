import { useState } from 'react';
import type { Draft } from './value';

export interface Drafts {
  of: (key: string) => Draft | undefined;
  put: (key: string, draft: Draft | undefined) => void;
  keys: string[];
}

/** What was typed and not saved yet, by the key of its setting. */
export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  return {
    of: (key) => drafts.get(key),
    put: (key, draft) => {
      setDrafts((before) => {
        const after = new Map(before);
        if (draft) after.set(key, draft);
        else after.delete(key);
        return after;
      });
    },
    keys: [...drafts.keys()],
  };
}
