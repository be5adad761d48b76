import { Icon } from '@/components/ui/icon';
import { BlockHead } from '../components/block-head';
import { Heading } from '../components/heading';
import { MoreLink } from '../components/more-link';
import { below, type BlockProps } from '../view';
import './features.css';

export function FeaturesBlock({ block, level }: BlockProps<'features'>) {
  const itemLevel = block.title ? below(level) : level;
  return (
    <section className="block features">
      <BlockHead level={level} title={block.title} intro={block.intro} />
      <ul className={`features__list features__list--${block.columns ?? 3}`}>
        {block.items.map((item, index) => (
          <li key={index} className={item.link ? 'feature feature--linked' : 'feature'}>
            {item.icon && <Icon name={item.icon} size={26} />}
            <Heading level={itemLevel} className="feature__title">
              {item.title}
            </Heading>
            <p>{item.text}</p>
            {item.link && <MoreLink link={item.link} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
