import { Home } from '@/features/system/routes/home';
import { LocaleContext, localeOf, useMessages } from '@/lib/locale';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

/** One page, both languages: the path alone decides, on the server as in the browser. */
export function App({ path }: { path: string }) {
  return (
    <LocaleContext value={localeOf(path)}>
      <SkipLink />
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        <Home />
      </main>
      <SiteFooter />
    </LocaleContext>
  );
}

function SkipLink() {
  return (
    <a className="skip-link" href="#content">
      {useMessages().skipToContent}
    </a>
  );
}
