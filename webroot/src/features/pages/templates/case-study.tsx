import { Blocks } from '../components/blocks';
import { PictureView } from '../components/picture';
import { PostMeta } from '../components/post-meta';
import { Tags } from '../components/tags';
import type { PageView } from '../view';
import './case-study.css';
import './page-head.css';

export function CaseStudy({ page }: { page: PageView }) {
  return (
    <article className="page">
      <header className="case-head">
        <div>
          <PostMeta page={page} />
          <h1>{page.title}</h1>
          {page.excerpt && <p className="page-head__lead">{page.excerpt}</p>}
          <Tags tags={page.tags} />
        </div>
        {page.picture && <PictureView picture={page.picture} eager />}
      </header>
      <Blocks blocks={page.blocks} />
    </article>
  );
}
