import { paths } from '@/config/paths';
import { useLocale, useMessages } from '@/lib/locale';
import { Brand } from './brand';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';
import './site-frame.css';

export function SiteHeader() {
  const messages = useMessages();
  const locale = useLocale();
  return (
    <header className="site-header">
      <div className="site-header__inner">
        <a className="brand" href={paths.home(locale)}>
          <Brand />
        </a>
        <nav className="site-header__nav" aria-label={messages.mainNavigation}>
          <a href={paths.docs}>{messages.docsHeading}</a>
        </nav>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}
