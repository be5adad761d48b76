import { CodeBlock } from '../blocks/code';
import { ColumnsBlock } from '../blocks/columns';
import { CtaBlock } from '../blocks/cta';
import { DividerBlock } from '../blocks/divider';
import { FaqBlock } from '../blocks/faq';
import { FeaturesBlock } from '../blocks/features';
import { GalleryBlock } from '../blocks/gallery';
import { HeroBlock } from '../blocks/hero';
import { HtmlBlock } from '../blocks/html';
import { ImageBlock } from '../blocks/image';
import { PostListBlock } from '../blocks/post-list';
import { PricingBlock } from '../blocks/pricing';
import { QuoteBlock } from '../blocks/quote';
import { RichTextBlock } from '../blocks/rich-text';
import { SectionBlock } from '../blocks/section';
import { SiteIndexBlock } from '../blocks/site-index';
import { StatsBlock } from '../blocks/stats';
import { TestimonialsBlock } from '../blocks/testimonials';
import { VideoBlock } from '../blocks/video';
import { below, type Block, type Level } from '../view';
import '../blocks/block.css';

interface Place {
  level: Level;
  nested: boolean;
}

interface BlocksProps extends Partial<Place> {
  blocks: Block[];
}

/** The blocks of a page or of a part of one; a page that begins with a hero has its title there. */
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

function OneBlock({ block, ...place }: Place & { block: Block }) {
  switch (block.type) {
    case 'richText':
      return <RichTextBlock block={block} {...place} />;
    case 'hero':
      return <HeroBlock block={block} {...place} />;
    case 'features':
      return <FeaturesBlock block={block} {...place} />;
    case 'cta':
      return <CtaBlock block={block} {...place} />;
    case 'stats':
      return <StatsBlock block={block} {...place} />;
    case 'testimonials':
      return <TestimonialsBlock block={block} {...place} />;
    case 'faq':
      return <FaqBlock block={block} {...place} />;
    case 'pricing':
      return <PricingBlock block={block} {...place} />;
    case 'image':
      return <ImageBlock block={block} {...place} />;
    case 'gallery':
      return <GalleryBlock block={block} {...place} />;
    case 'video':
      return <VideoBlock block={block} {...place} />;
    case 'quote':
      return <QuoteBlock block={block} {...place} />;
    case 'code':
      return <CodeBlock block={block} {...place} />;
    case 'divider':
      return <DividerBlock block={block} {...place} />;
    case 'postList':
      return <PostListBlock block={block} {...place} />;
    case 'siteIndex':
      return <SiteIndexBlock block={block} {...place} />;
    case 'html':
      return <HtmlBlock block={block} {...place} />;
    case 'columns':
      return (
        <ColumnsBlock
          block={block}
          {...place}
          columns={block.columns.map((column) => (
            <Blocks key={0} blocks={column.blocks} level={place.level} nested />
          ))}
        />
      );
    case 'section':
      return (
        <SectionBlock block={block} {...place}>
          <Blocks
            blocks={block.blocks}
            level={block.title ? below(place.level) : place.level}
            nested
          />
        </SectionBlock>
      );
  }
}
