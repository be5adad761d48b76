import { Actions } from '../components/actions';
import { Heading } from '../components/heading';
import type { BlockProps } from '../view';
import './cta.css';

export function CtaBlock({ block, level }: BlockProps<'cta'>) {
  const tone = block.tone ?? 'ink';
  return (
    <section className="block cta">
      <div className={`cta__panel tone tone--${tone}`}>
        <div className="cta__field" aria-hidden="true" />
        <div className="cta__words">
          <Heading level={level}>{block.title}</Heading>
          {block.text && <p>{block.text}</p>}
        </div>
        <Actions actions={block.actions} />
      </div>
    </section>
  );
}
