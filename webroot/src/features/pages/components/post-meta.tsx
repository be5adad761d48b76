import { formatDate } from '@/lib/date';
import { useMessages } from '@/lib/locale';
import type { PageView } from '../view';
import './post.css';

export function PostMeta({ page }: { page: PageView }) {
  const messages = useMessages();
  return (
    <p className="post-meta">
      <span>{messages.typeNames[page.type]}</span>
      <time dateTime={page.publishedAt}>{formatDate(messages, page.publishedAt)}</time>
      {page.author && <span>{messages.byAuthor(page.author)}</span>}
      {page.readingMinutes && <span>{messages.minutes(page.readingMinutes)}</span>}
    </p>
  );
}
