import { useMessages } from '@/lib/locale';
import './tags.css';

export function Tags({ tags }: { tags: string[] }) {
  const messages = useMessages();
  if (tags.length === 0) return null;
  return (
    <dl className="tags">
      <dt>{messages.topics}</dt>
      {tags.map((tag) => (
        <dd key={tag}>{tag.replaceAll('-', ' ')}</dd>
      ))}
    </dl>
  );
}
