import { ButtonLink } from '@/components/ui/button';
import { paths } from '@/config/paths';
import { Brand } from './brand';
import { LanguageLink } from './language-link';
import { MainMenu } from './main-menu';
import { PhoneMenu } from './phone-menu';
import { useView } from './place';
import { ThemeMenu } from './theme-switch';
import './site-header.css';

export function SiteHeader() {
  const view = useView();
  const { locale, menus, site } = view.frame;
  const focused = view.kind === 'page' && view.page.type === 'landing';
  return (
    <header className="site-header">
      <div className="site-header__inner">
        <a className="brand" href={paths.home(locale)}>
          <Brand name={site.name} />
        </a>
        {!focused && <MainMenu />}
        <div className="site-header__tools">
          <ThemeMenu />
          <LanguageLink />
          <ButtonLink href={menus.action.href}>{menus.action.label}</ButtonLink>
          {!focused && <PhoneMenu key={view.path} />}
        </div>
      </div>
    </header>
  );
}
