import { useIsMutating } from '@tanstack/react-query';

/** The key of whatever makes a secret that is shown once. */
export const makesSecret = ['makes-secret'];

export function useMakesSecret(): boolean {
  return useIsMutating({ mutationKey: makesSecret }) > 0;
}

/** Holds a dialog open while a secret is made or shown in it: no stray click or key loses it. */
export function useHeld(showing: boolean) {
  const free = !useMakesSecret() && !showing;
  return { closeOnEscape: free, closeOnClickOutside: free, withCloseButton: free };
}
