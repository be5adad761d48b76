import type { ReactNode } from 'react';
import { BlockHead } from '../components/block-head';
import type { BlockProps } from '../view';
import './section.css';

interface SectionBlockProps extends BlockProps<'section'> {
  children: ReactNode;
}

export function SectionBlock({ block, level, children }: SectionBlockProps) {
  const tone = block.tone ?? 'plain';
  const classes = [
    'block section',
    `section--${block.width ?? 'content'}`,
    tone === 'plain' ? '' : `block--panel tone tone--${tone}`,
  ];
  return (
    <section className={classes.join(' ').trim()}>
      <BlockHead level={level} badge={block.badge} title={block.title} intro={block.intro} />
      <div className="nested">{children}</div>
    </section>
  );
}
