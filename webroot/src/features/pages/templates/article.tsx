import { Blocks } from '../components/blocks';
import { PictureView } from '../components/picture';
import { PostMeta } from '../components/post-meta';
import { TableOfContents } from '../components/table-of-contents';
import { Tags } from '../components/tags';
import { textsOf } from '../lib/outline';
import type { Block, PageView } from '../view';
import './article.css';
import './page-head.css';

export function Article({ page }: { page: PageView }) {
  const [words, after] = split(page.blocks);
  return (
    <article className="page article">
      <header className="page-head article__head">
        <PostMeta page={page} />
        <h1>{page.title}</h1>
        {page.excerpt && <p className="page-head__lead">{page.excerpt}</p>}
      </header>
      {page.picture && page.type === 'blog' && (
        <div className="article__picture">
          <PictureView picture={page.picture} eager />
        </div>
      )}
      <div className="article__body with-contents">
        <TableOfContents texts={textsOf(words)} />
        <div className="article__words nested">
          <Blocks blocks={words} nested />
          <Tags tags={page.tags} />
        </div>
      </div>
      <Blocks blocks={after} />
    </article>
  );
}

/** What invites to go on stands below the text, as wide as on other pages. */
function split(blocks: Block[]): [Block[], Block[]] {
  const last = blocks.findLastIndex((block) => block.type !== 'postList' && block.type !== 'cta');
  return [blocks.slice(0, last + 1), blocks.slice(last + 1)];
}
