import { FeaturesBlock } from '../blocks/features';
import { HeroBlock } from '../blocks/hero';
import { RichTextBlock } from '../blocks/rich-text';
import type { Block, Level } from '../view';

interface BlocksProps {
  blocks: Block[];
  level?: Level;
  nested?: boolean;
}

export function Blocks({ blocks, level = 2, nested = false }: BlocksProps) {
  return blocks.map((block, index) => (
    <OneBlock
      key={block.key}
      block={block}
      level={block.type === 'hero' && index === 0 && !nested ? 1 : level}
      nested={nested}
    />
  ));
}

function OneBlock({ block, ...place }: { block: Block; level: Level; nested: boolean }) {
  switch (block.type) {
    case 'richText':
      return <RichTextBlock block={block} {...place} />;
    case 'hero':
      return <HeroBlock block={block} {...place} />;
    case 'features':
      return <FeaturesBlock block={block} {...place} />;
    default:
      return null;
  }
}
