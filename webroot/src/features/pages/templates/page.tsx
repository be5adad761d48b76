import { Blocks } from '../components/blocks';
import type { PageView } from '../view';

export function PageTemplate({ page }: { page: PageView }) {
  return (
    <>
      {page.blocks[0]?.type !== 'hero' && (
        <div className="block">
          <h1>{page.title}</h1>
        </div>
      )}
      <Blocks blocks={page.blocks} />
    </>
  );
}
