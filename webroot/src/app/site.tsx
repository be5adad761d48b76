import { PageTemplate } from '@/features/pages/templates/page';
import { outlineOf, OutlineContext } from '@/features/pages/lib/outline';
import { ListsContext, type View } from '@/features/pages/view';
import { LocaleContext, useMessages } from '@/lib/locale';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

/** The whole document body: the same on the server and in the browser. */
export function Site({ initial }: { initial: View }) {
  const view = initial;
  return (
    <LocaleContext value={view.frame.locale}>
      <SkipLink />
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        <Content view={view} />
      </main>
      <SiteFooter />
    </LocaleContext>
  );
}

function Content({ view }: { view: View }) {
  if (view.kind !== 'page') return <h1>{view.kind}</h1>;
  return (
    <OutlineContext value={outlineOf(view.page.blocks)}>
      <ListsContext value={view.page.lists}>
        <PageTemplate page={view.page} />
      </ListsContext>
    </OutlineContext>
  );
}

function SkipLink() {
  return (
    <a className="skip-link" href="#content">
      {useMessages().skipToContent}
    </a>
  );
}
