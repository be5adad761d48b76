import { createContext, useContext } from 'react';
import type { components } from '@/generated/contract';

type Schemas = components['schemas'];

export type Frame = Schemas['Frame'];
export type MenuItem = Schemas['MenuItem'];
export type PageView = Schemas['PageView'];
export type PageSummary = Schemas['PageSummary'];
export type Block = Schemas['Block'];
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;
export type RichText = Schemas['RichText'];
export type RichTextNode = Schemas['RichTextNode'];
export type RichTextHeading = Schemas['RichTextHeading'];
export type RichTextInline = Schemas['RichTextInline'];
export type RichTextMark = Schemas['RichTextMark'];
export type Picture = Schemas['Picture'];
export type Link = Schemas['Link'];
export type Action = Schemas['Action'];
export type Tone = Schemas['Tone'];

/** Everything that one answer shows: what surrounds the page, and the page or what stands in for it. */
export type View = { path: string; frame: Frame } & (
  | { kind: 'page'; page: PageView }
  | { kind: 'notFound' | 'error' | 'maintenance'; message?: string }
);

export type Level = 1 | 2 | 3 | 4;

export interface BlockProps<T extends Block['type']> {
  block: BlockOf<T>;
  level: Level;
  nested: boolean;
}

export const ListsContext = createContext<PageView['lists']>({});

export function useList(key: string): PageSummary[] {
  return useContext(ListsContext)[key] ?? [];
}

export function below(level: Level): Level {
  return Math.min(level + 1, 4) as Level;
}
