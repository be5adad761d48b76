import type { components } from '@/generated/contract';

type Schemas = components['schemas'];

/** A type of the contract by its name there. */
export type Schema<Name extends keyof Schemas> = Schemas[Name];

/** One page of a list. */
export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
  total?: number;
}
