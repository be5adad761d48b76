import { Blocks } from '../components/blocks';
import type { PageView } from '../view';
import './page-head.css';

export function PlainPage({ page }: { page: PageView }) {
  return (
    <div className="page">
      {page.blocks[0]?.type !== 'hero' && (
        <header className="page-head">
          <h1>{page.title}</h1>
          {page.excerpt && <p className="page-head__lead">{page.excerpt}</p>}
        </header>
      )}
      <Blocks blocks={page.blocks} />
    </div>
  );
}
