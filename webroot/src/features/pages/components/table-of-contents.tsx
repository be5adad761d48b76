import { useContext } from 'react';
import { useMessages } from '@/lib/locale';
import { headingsOf, OutlineContext } from '../lib/outline';
import type { RichText } from '../view';
import './table-of-contents.css';

export function TableOfContents({ texts }: { texts: RichText[] }) {
  const messages = useMessages();
  const outline = useContext(OutlineContext);
  const entries = texts
    .flatMap(headingsOf)
    .flatMap((heading) => outline.get(heading) ?? [])
    .filter((entry) => entry.level < 4);
  if (entries.length < 2) return null;
  return (
    <nav className="contents" aria-label={messages.onThisPage}>
      <p className="contents__title">{messages.onThisPage}</p>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.level > 2 ? 'contents__deeper' : undefined}>
            <a href={`#${entry.id}`}>{entry.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
