import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { paths } from '@/config/paths';
import { useMessages } from '@/lib/locale';
import { PictureView } from '../components/picture';
import type { BlockOf, BlockProps } from '../view';
import './figure.css';
import './video.css';

type Embed = Extract<BlockOf<'video'>['source'], { id: string }>;

const hosts = { youtube: 'YouTube', vimeo: 'Vimeo' } as const;

export function VideoBlock({ block }: BlockProps<'video'>) {
  const { source } = block;
  return (
    <figure className="block block--text figure">
      {source.kind === 'file' ? (
        // Captions are part of the file where it has speech.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <video
          className="video"
          src={source.src}
          poster={block.poster?.src}
          width={block.poster?.width ?? 1280}
          height={block.poster?.height ?? 720}
          controls
          playsInline
          preload="none"
          aria-label={block.title}
        />
      ) : (
        <EmbeddedVideo block={block} source={source} />
      )}
      <figcaption>{block.caption ?? block.title}</figcaption>
    </figure>
  );
}

/** Nothing is asked of the other host before the visitor wants it. */
function EmbeddedVideo({ block, source }: { block: BlockOf<'video'>; source: Embed }) {
  const messages = useMessages();
  const [playing, setPlaying] = useState(false);
  const host = hosts[source.kind];
  if (playing) {
    return (
      <iframe
        className="video"
        src={paths.video[source.kind](source.id)}
        title={block.title}
        allow="autoplay; fullscreen; picture-in-picture"
        referrerPolicy="strict-origin-when-cross-origin"
      />
    );
  }
  return (
    <div className="video video--waiting tone tone--ink">
      {block.poster && <PictureView picture={{ ...block.poster, alt: '' }} />}
      <div className="video__offer">
        <button
          type="button"
          className="video__play"
          aria-label={messages.playVideo(block.title)}
          onClick={() => {
            setPlaying(true);
          }}
        >
          <Icon name="play" size={28} />
        </button>
        <p>{messages.videoNotice(host)}</p>
        <a href={paths.videoPage[source.kind](source.id)}>{messages.videoOpen(host)}</a>
      </div>
    </div>
  );
}
