import { useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '@/components/ui/icon';
import { useMessages } from '@/lib/locale';
import { BlockHead } from '../components/block-head';
import { PictureView } from '../components/picture';
import type { BlockOf, BlockProps } from '../view';
import './gallery.css';

type Items = BlockOf<'gallery'>['items'];

export function GalleryBlock({ block, level }: BlockProps<'gallery'>) {
  const messages = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(0);
  const open = (index: number) => {
    setShown(index);
    dialog.current?.showModal();
  };
  return (
    <section className="block">
      <BlockHead level={level} title={block.title} />
      <ul className="gallery">
        {block.items.map((item, index) => (
          <li key={index}>
            <figure>
              <PictureView picture={item.picture} />
              {item.caption && <figcaption>{item.caption}</figcaption>}
            </figure>
            <button
              type="button"
              className="gallery__open"
              aria-label={`${messages.enlarge}: ${item.picture.alt || messages.pictureOf(index + 1, block.items.length)}`}
              onClick={() => {
                open(index);
              }}
            >
              <Icon name="maximize-2" size={16} />
            </button>
          </li>
        ))}
      </ul>
      <dialog ref={dialog} className="lightbox" aria-label={block.title ?? messages.enlarge}>
        <Lightbox
          items={block.items}
          shown={shown}
          onShow={setShown}
          onClose={() => dialog.current?.close()}
        />
      </dialog>
    </section>
  );
}

interface LightboxProps {
  items: Items;
  shown: number;
  onShow: (index: number) => void;
  onClose: () => void;
}

function Lightbox({ items, shown, onShow, onClose }: LightboxProps) {
  const messages = useMessages();
  const item = items[shown];
  if (!item) return null;
  const step = (by: number) => {
    onShow((shown + by + items.length) % items.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
  };
  return (
    // The arrows are a shortcut for the two buttons inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="lightbox__stage" onKeyDown={onKeyDown}>
      <figure>
        <PictureView key={shown} picture={item.picture} />
        <figcaption>{item.caption}</figcaption>
      </figure>
      <div className="lightbox__bar">
        <p aria-live="polite">{messages.pictureOf(shown + 1, items.length)}</p>
        <RoundButton
          icon="arrow-left"
          label={messages.previousPicture}
          onPress={() => {
            step(-1);
          }}
        />
        <RoundButton
          icon="arrow-right"
          label={messages.nextPicture}
          onPress={() => {
            step(1);
          }}
        />
        <RoundButton icon="x" label={messages.close} onPress={onClose} />
      </div>
    </div>
  );
}

interface RoundButtonProps {
  icon: 'arrow-left' | 'arrow-right' | 'x';
  label: string;
  onPress: () => void;
}

function RoundButton({ icon, label, onPress }: RoundButtonProps) {
  return (
    <button type="button" className="round-button" aria-label={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}
