import { BlockHead } from '../components/block-head';
import { PictureView } from '../components/picture';
import type { BlockOf, BlockProps } from '../view';
import './testimonials.css';

type Testimonial = BlockOf<'testimonials'>['items'][number];

export function TestimonialsBlock({ block, level }: BlockProps<'testimonials'>) {
  const single = block.items.length === 1;
  return (
    <section className="block">
      <BlockHead level={level} title={block.title} />
      <ul className={single ? 'testimonials testimonials--single' : 'testimonials'}>
        {block.items.map((item, index) => (
          <li key={index}>
            <Voice item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Voice({ item }: { item: Testimonial }) {
  const about = [item.role, item.company].filter(Boolean).join(', ');
  return (
    <figure className="testimonial">
      <blockquote>
        <p>{item.quote}</p>
      </blockquote>
      <figcaption>
        {item.picture && <PictureView className="testimonial__face" picture={item.picture} />}
        <span>
          <strong>{item.name}</strong>
          {about && <span className="testimonial__about">{about}</span>}
        </span>
      </figcaption>
    </figure>
  );
}
