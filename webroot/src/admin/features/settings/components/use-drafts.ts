import { useState } from 'react';
import { type Draft, sameValue } from './value';

export interface Drafts {
  of: (key: string) => Draft | undefined;
  put: (key: string, draft: Draft | undefined) => void;
  /** Drops what was saved; what was typed since it was sent stays, over the version saved. */
  saved: (key: string, sent: Draft, version: number) => void;
  keys: string[];
}

/** What was typed and not saved yet, by the key of its setting. */
export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const change = (key: string, to: (draft: Draft | undefined) => Draft | undefined) => {
    setDrafts((before) => {
      const after = new Map(before);
      const draft = to(before.get(key));
      if (draft) after.set(key, draft);
      else after.delete(key);
      return after;
    });
  };
  return {
    of: (key) => drafts.get(key),
    put: (key, draft) => {
      change(key, () => draft);
    },
    saved: (key, sent, version) => {
      change(key, (draft) =>
        draft && !sameValue(draft.value, sent.value) ? { ...draft, version } : undefined,
      );
    },
    keys: [...drafts.keys()],
  };
}
