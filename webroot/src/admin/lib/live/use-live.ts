import { createContext, useContext } from 'react';
import type { Present } from './live';

export interface LiveState {
  present: Present[];
  counts: Record<string, unknown>;
}

export const LiveContext = createContext<LiveState>({ present: [], counts: {} });

export function usePresent(): Present[] {
  return useContext(LiveContext).present;
}

export function useCounts(): Record<string, unknown> {
  return useContext(LiveContext).counts;
}
