import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { MenuItem } from '@/features/pages/view';
import { useMessages } from '@/lib/locale';
import { currentOf, useView } from './place';
import { ThemeSwitch } from './theme-switch';
import './phone-menu.css';

export function PhoneMenu() {
  const messages = useMessages();
  const { frame } = useView();
  return (
    <details className="phone-menu">
      <summary className="tool">
        <Icon name="menu" size={24} />
        <Icon name="x" size={24} />
        <span className="visually-hidden">{messages.menu}</span>
      </summary>
      <div className="phone-menu__sheet">
        <nav aria-label={messages.menu}>
          <ul>
            {frame.menus.main.map((item, index) => (
              <Entry key={index} item={item} />
            ))}
          </ul>
        </nav>
        <ButtonLink href={frame.menus.action.href}>{frame.menus.action.label}</ButtonLink>
        <ThemeSwitch />
      </div>
    </details>
  );
}

function Entry({ item }: { item: MenuItem }) {
  const messages = useMessages();
  const { path } = useView();
  if (!item.items?.length) {
    return (
      <li>
        <a className="phone-menu__top" href={item.href} aria-current={currentOf(path, item.href)}>
          {item.label}
        </a>
      </li>
    );
  }
  const overview = item.href && { label: messages.overview(item.label), href: item.href };
  return (
    <li>
      <details name="phone-menu">
        <summary className="phone-menu__top">
          {item.label}
          <Icon name="chevron-down" />
        </summary>
        <ul className="phone-menu__sub">
          {[...(overview ? [overview] : []), ...item.items].map((child, index) => (
            <li key={index}>
              <a href={child.href} aria-current={currentOf(path, child.href)}>
                {child.label}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
