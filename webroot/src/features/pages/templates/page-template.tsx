import type { PageView } from '../view';
import { Article } from './article';
import { CaseStudy } from './case-study';
import { PlainPage } from './plain-page';

export function PageTemplate({ page }: { page: PageView }) {
  if (page.blocks[0]?.type === 'hero') return <PlainPage page={page} />;
  switch (page.type) {
    case 'blog':
    case 'news':
      return <Article page={page} />;
    case 'caseStudy':
      return <CaseStudy page={page} />;
    case 'page':
    case 'landing':
      return <PlainPage page={page} />;
  }
}
