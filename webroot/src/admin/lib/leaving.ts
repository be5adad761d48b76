type Ask = (leave: () => void) => void;

const asking = new Set<Ask>();

/** Asks before anything that would lose what was typed, until that is saved or taken back. */
export function askBeforeLeaving(ask: Ask): () => void {
  asking.add(ask);
  return () => {
    asking.delete(ask);
  };
}

/** Leaves at once where nothing would be lost by it, else when the person says so. */
export function leaveBy(leave: () => void): void {
  const ask = [...asking].at(-1);
  if (ask) ask(leave);
  else leave();
}
