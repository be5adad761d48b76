import { Actions } from '../components/actions';
import { Heading } from '../components/heading';
import { PictureView } from '../components/picture';
import type { BlockOf, BlockProps } from '../view';
import './hero.css';

type Background = NonNullable<BlockOf<'hero'>['background']>;

export function HeroBlock({ block, level, nested }: BlockProps<'hero'>) {
  const { background, picture } = block;
  const tone = background && 'tone' in background ? background.tone : background ? 'ink' : 'plain';
  const classes = [
    'hero',
    `hero--${block.size ?? 'medium'}`,
    `hero--${block.align ?? 'left'}`,
    `tone tone--${tone}`,
    nested ? 'hero--nested' : 'hero--full',
    picture ? 'hero--with-picture' : '',
  ];
  return (
    <section className={classes.join(' ').trim()}>
      {background && <Behind background={background} />}
      <div className="hero__inner">
        <div className="hero__words">
          {block.badge && <p className="badge">{block.badge}</p>}
          <Heading level={level}>{block.title}</Heading>
          {block.subtitle && <p className="hero__subtitle">{block.subtitle}</p>}
          <Actions actions={block.actions} />
        </div>
        {picture && <PictureView className="hero__picture" picture={picture} eager={level === 1} />}
      </div>
    </section>
  );
}

function Behind({ background }: { background: Background }) {
  switch (background.kind) {
    case 'solid':
      return null;
    case 'gradient':
      return <div className="hero__field" aria-hidden="true" />;
    case 'image':
      return (
        <div className="hero__behind">
          <PictureView picture={background.picture} eager />
        </div>
      );
    case 'video':
      return (
        <div className="hero__behind">
          <video
            src={background.src}
            poster={background.poster.src}
            width={background.poster.width}
            height={background.poster.height}
            muted
            loop
            playsInline
            controls
            preload="none"
            aria-label={background.poster.alt}
          />
        </div>
      );
  }
}
