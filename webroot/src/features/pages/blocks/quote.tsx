import type { BlockProps } from '../view';
import './quote.css';

export function QuoteBlock({ block }: BlockProps<'quote'>) {
  return (
    <figure className="block block--text quote">
      <blockquote>
        <p>{block.text}</p>
      </blockquote>
      {block.name && (
        <figcaption>
          <strong>{block.name}</strong>
          {block.role && <span>, {block.role}</span>}
        </figcaption>
      )}
    </figure>
  );
}
