import { formatDate } from '@/lib/date';
import { useMessages } from '@/lib/locale';
import type { Level, PageSummary } from '../view';
import { Heading } from './heading';
import { PictureView } from './picture';
import './post.css';

interface PostProps {
  post: PageSummary;
  level: Level;
}

export function PostCard({ post, level }: PostProps) {
  return (
    <li className="post-card">
      {post.picture ? (
        <PictureView className="post-card__picture" picture={{ ...post.picture, alt: '' }} />
      ) : (
        <div className="post-card__picture post-card__picture--none" />
      )}
      <Meta post={post} />
      <Heading level={level}>
        <a href={post.path}>{post.title}</a>
      </Heading>
      <p>{post.excerpt}</p>
    </li>
  );
}

export function PostRow({ post, level }: PostProps) {
  return (
    <li className="post-row">
      <Meta post={post} />
      <div>
        <Heading level={level}>
          <a href={post.path}>{post.title}</a>
        </Heading>
        <p>{post.excerpt}</p>
      </div>
    </li>
  );
}

function Meta({ post }: { post: PageSummary }) {
  const messages = useMessages();
  return (
    <p className="post-meta">
      <span>{messages.typeNames[post.type]}</span>
      <time dateTime={post.publishedAt}>{formatDate(messages, post.publishedAt)}</time>
      {post.readingMinutes && post.type === 'blog' && (
        <span>{messages.minutes(post.readingMinutes)}</span>
      )}
    </p>
  );
}
