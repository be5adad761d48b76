import { paths } from '@/config/paths';
import { useMessages } from '@/lib/locale';
import { Brand } from './brand';
import './site-frame.css';

export function SiteFooter() {
  const messages = useMessages();
  return (
    <footer className="site-footer">
      <div className="site-footer__inner">
        <p className="brand">
          <Brand />
        </p>
        <nav aria-label={messages.footerNavigation}>
          <ul>
            <li>
              <a href={paths.docs}>{messages.docsHeading}</a>
            </li>
            <li>
              <a href={paths.api.contract}>openapi.yaml</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
