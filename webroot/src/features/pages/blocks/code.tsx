import { CodePanel } from '../components/code-panel';
import type { BlockProps } from '../view';
import './figure.css';

export function CodeBlock({ block }: BlockProps<'code'>) {
  return (
    <figure className="block block--text figure">
      <CodePanel code={block.code} language={block.language ?? ''} />
      {block.caption && <figcaption>{block.caption}</figcaption>}
    </figure>
  );
}
