import { createContext, useContext } from 'react';
import type { Block, RichText, RichTextHeading, RichTextInline } from '../view';

export interface OutlineEntry {
  id: string;
  text: string;
  level: number;
}

/** The anchor of every heading of a page's running text. */
export type Outline = ReadonlyMap<RichTextHeading, OutlineEntry>;

export const OutlineContext = createContext<Outline>(new Map());

export function useAnchor(heading: RichTextHeading): OutlineEntry | undefined {
  return useContext(OutlineContext).get(heading);
}

export function outlineOf(blocks: Block[]): Outline {
  const taken = new Map<string, number>();
  const entries = textsOf(blocks)
    .flatMap(headingsOf)
    .map((heading) => {
      const text = plain(heading.content ?? []);
      const entry = { id: free(slug(text), taken), text, level: heading.attrs.level };
      return [heading, entry] as const;
    });
  return new Map(entries);
}

export function textsOf(blocks: Block[]): RichText[] {
  return blocks.flatMap((block) => {
    if (block.type === 'richText') return [block.text];
    if (block.type === 'section') return textsOf(block.blocks);
    if (block.type === 'columns') return block.columns.flatMap((column) => textsOf(column.blocks));
    if (block.type === 'faq') return block.items.map((item) => item.answer);
    return [];
  });
}

export function headingsOf(text: RichText): RichTextHeading[] {
  return text.content.filter((node): node is RichTextHeading => node.type === 'heading');
}

export function plain(content: RichTextInline[]): string {
  return content.map((part) => (part.type === 'text' ? part.text : ' ')).join('');
}

function slug(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(words) ? words : `part-${words}`;
}

function free(id: string, taken: Map<string, number>): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}
