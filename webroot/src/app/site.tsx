import { useState } from 'react';
import { outlineOf, OutlineContext } from '@/features/pages/lib/outline';
import { PageTemplate } from '@/features/pages/templates/page-template';
import { StatusTemplate } from '@/features/pages/templates/status';
import { ListsContext, type View } from '@/features/pages/view';
import { LocaleContext, useMessages } from '@/lib/locale';
import { Breadcrumbs } from './breadcrumbs';
import { FallbackNotice, LanguageOffer } from './notices';
import { ViewContext } from './place';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { useNavigation } from './use-navigation';
import './site.css';

/** The whole document body: the same on the server and in the browser. */
export function Site({ initial }: { initial: View }) {
  const [view, setView] = useState(initial);
  const { busy, announcement } = useNavigation(setView);
  return (
    <LocaleContext value={view.frame.locale}>
      <ViewContext value={view}>
        <SkipLink />
        <div className={busy ? 'progress progress--busy' : 'progress'} aria-hidden="true" />
        <SiteHeader />
        <main id="content" tabIndex={-1} lang={contentLanguage(view)}>
          <Content view={view} />
        </main>
        <SiteFooter />
        <LanguageOffer />
        <p className="visually-hidden" aria-live="polite">
          {announcement}
        </p>
      </ViewContext>
    </LocaleContext>
  );
}

function Content({ view }: { view: View }) {
  if (view.kind !== 'page') return <StatusTemplate view={view} />;
  const { page } = view;
  return (
    <OutlineContext value={outlineOf(page.blocks)}>
      <ListsContext value={page.lists}>
        {page.fallback && <FallbackNotice />}
        <Breadcrumbs page={page} />
        <PageTemplate key={page.path} page={page} />
      </ListsContext>
    </OutlineContext>
  );
}

function contentLanguage(view: View): string | undefined {
  return view.kind === 'page' && view.page.fallback ? view.page.locale : undefined;
}

function SkipLink() {
  return (
    <a className="skip-link" href="#content">
      {useMessages().skipToContent}
    </a>
  );
}
