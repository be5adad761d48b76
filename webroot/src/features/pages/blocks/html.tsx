import type { BlockProps } from '../view';
import '../components/rich-text.css';

/** The server has taken everything out of it that could run. */
export function HtmlBlock({ block }: BlockProps<'html'>) {
  return (
    <div className="block block--text">
      <div className="prose prose--wide" dangerouslySetInnerHTML={{ __html: block.html }} />
    </div>
  );
}
