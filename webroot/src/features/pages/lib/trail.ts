import type { PageView } from '../view';

type Crumb = PageView['breadcrumbs'][number];

/** The way to a page: home by its own word, the pages above, the page itself. */
export function trailOf(page: PageView, home: string): Crumb[] {
  const above = page.breadcrumbs.map((crumb, index) =>
    index === 0 ? { ...crumb, title: home } : crumb,
  );
  return [...above, { title: page.title, path: page.path }];
}
