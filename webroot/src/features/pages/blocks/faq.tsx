import { Icon } from '@/components/ui/icon';
import { Heading } from '../components/heading';
import { RichTextView } from '../components/rich-text';
import type { BlockProps } from '../view';
import './faq.css';

export function FaqBlock({ block, level }: BlockProps<'faq'>) {
  return (
    <section className={block.title ? 'block faq faq--titled' : 'block faq'}>
      {block.title && <Heading level={level}>{block.title}</Heading>}
      <div className="faq__list">
        {block.items.map((item, index) => (
          <details key={index} className="faq__item">
            <summary>
              <span>{item.question}</span>
              <Icon name="plus" />
            </summary>
            <div className="faq__answer">
              <RichTextView text={item.answer} />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}
