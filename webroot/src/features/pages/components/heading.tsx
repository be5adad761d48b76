import type { ComponentProps } from 'react';
import type { Level } from '../view';

export function Heading({ level, ...rest }: ComponentProps<'h2'> & { level: Level }) {
  const Tag = `h${level}` as const;
  return <Tag {...rest} />;
}
