import { Icon } from '@/components/ui/icon';
import { paths } from '@/config/paths';
import type { MenuItem } from '@/features/pages/view';
import { useMessages } from '@/lib/locale';
import { dialled, unbroken } from '@/lib/phone';
import { Brand } from './brand';
import { useView } from './place';
import './site-footer.css';

export function SiteFooter() {
  const messages = useMessages();
  const { site, menus, locale } = useView().frame;
  return (
    <footer className="site-footer">
      <div className="site-footer__main">
        <div className="site-footer__about">
          <a className="brand" href={paths.home(locale)}>
            <Brand name={site.name} />
          </a>
          <p className="site-footer__tagline">{site.tagline}</p>
          <address>
            {site.address?.split('\n').map((line) => (
              <span key={line}>{line}</span>
            ))}
          </address>
          <ul>
            <li>
              <a href={`mailto:${site.contactEmail}`}>
                <Icon name="mail" size={18} />
                {site.contactEmail}
              </a>
            </li>
            {site.phone && (
              <li>
                <a href={dialled(site.phone)}>
                  <Icon name="phone" size={18} />
                  {unbroken(site.phone)}
                </a>
              </li>
            )}
          </ul>
        </div>
        <nav className="site-footer__columns" aria-label={messages.footerNavigation}>
          {menus.footer.map((column, index) => (
            <Column key={index} column={column} />
          ))}
        </nav>
      </div>
      <div className="site-footer__legal">
        <p>© {site.name}</p>
        <nav aria-label={messages.legalNavigation}>
          <ul>
            {menus.legal.map((item, index) => (
              <li key={index}>
                <a href={item.href}>{item.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function Column({ column }: { column: MenuItem }) {
  return (
    <div>
      <h2>{column.label}</h2>
      <ul>
        {column.items?.map((item, index) => (
          <li key={index}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
