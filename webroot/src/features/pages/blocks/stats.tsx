import { BlockHead } from '../components/block-head';
import type { BlockProps } from '../view';
import './stats.css';

export function StatsBlock({ block, level }: BlockProps<'stats'>) {
  return (
    <section className="block">
      <BlockHead level={level} title={block.title} />
      <dl className="stats">
        {block.items.map((item, index) => (
          <div key={index} className="stat">
            <dt>{item.label}</dt>
            <dd className="stat__value">{item.value}</dd>
            {item.note && <dd className="stat__note">{item.note}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}
