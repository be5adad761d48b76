import type { BlockProps } from '../view';

/** The server has taken everything out of it that could run. */
export function HtmlBlock({ block }: BlockProps<'html'>) {
  return (
    <div className="block block--text">
      <div className="prose" dangerouslySetInnerHTML={{ __html: block.html }} />
    </div>
  );
}
