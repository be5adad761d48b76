import { PictureView } from '../components/picture';
import type { BlockProps } from '../view';
import './figure.css';

export function ImageBlock({ block }: BlockProps<'image'>) {
  return (
    <figure className={`block block--text figure figure--${block.size ?? 'wide'}`}>
      <PictureView picture={block.picture} />
      {block.caption && <figcaption>{block.caption}</figcaption>}
    </figure>
  );
}
