import { paths } from '@/config/paths';
import { useLocale } from '@/lib/locale';
import { Brand } from './brand';
import './site-frame.css';

export function SiteHeader() {
  return (
    <header className="site-header">
      <div className="site-header__inner">
        <a className="brand" href={paths.home(useLocale())}>
          <Brand name="Magnetiq" />
        </a>
      </div>
    </header>
  );
}
