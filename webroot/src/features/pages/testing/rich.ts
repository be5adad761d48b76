import type { RichText, RichTextInline, RichTextMark, RichTextNode } from '../view';

export const text = (words: string, ...marks: RichTextMark[]): RichTextInline =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words };

export const strong = (words: string) => text(words, { type: 'strong' });
export const linked = (words: string, href: string) =>
  text(words, { type: 'link', attrs: { href } });

export const paragraph = (...parts: (string | RichTextInline)[]): RichTextNode => ({
  type: 'paragraph',
  content: parts.map((part) => (typeof part === 'string' ? text(part) : part)),
});

export const heading = (level: 2 | 3 | 4, words: string): RichTextNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});

export const list = (type: 'bulletList' | 'orderedList', ...items: string[]): RichTextNode => ({
  type,
  content: items.map((item) => ({ type: 'listItem' as const, content: [paragraph(item)] })),
});

export const doc = (...content: RichTextNode[]): RichText => ({ type: 'doc', content });
