import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { MenuItem } from '@/features/pages/view';
import { useMessages } from '@/lib/locale';
import { currentOf, useView } from './place';
import './main-menu.css';

/** Opens by pointer and by focus without a script; the script only lets Escape and a choice close it. */
export function MainMenu() {
  const { frame } = useView();
  const [dismissed, setDismissed] = useState(false);

  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      document.activeElement?.closest('.main-menu__item')?.querySelector('a')?.focus();
      setDismissed(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  const open = () => {
    setDismissed(false);
  };
  const close = () => {
    setDismissed(true);
  };
  return (
    // Pointer and focus only forget that the menu was closed; the links inside do the work.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      className={dismissed ? 'main-menu main-menu--dismissed' : 'main-menu'}
      aria-label={useMessages().mainNavigation}
      onPointerLeave={open}
      onFocus={open}
    >
      <ul className="main-menu__list">
        {frame.menus.main.map((item, index) => (
          <Entry key={index} item={item} onChosen={close} />
        ))}
      </ul>
    </nav>
  );
}

function Entry({ item, onChosen }: { item: MenuItem; onChosen: () => void }) {
  const { path } = useView();
  const href = item.href ?? item.items?.[0]?.href;
  const items = item.items ?? [];
  return (
    <li className="main-menu__item">
      <a
        className="main-menu__top"
        href={href}
        aria-current={currentOf(path, item.href)}
        onClick={onChosen}
      >
        {item.label}
        {items.length > 0 && <Icon name="chevron-down" size={16} />}
      </a>
      {items.length > 0 && (
        <ul
          className={
            items.length > 4 ? 'main-menu__panel main-menu__panel--wide' : 'main-menu__panel'
          }
        >
          {items.map((child, index) => (
            <li key={index}>
              <a href={child.href} aria-current={currentOf(path, child.href)} onClick={onChosen}>
                <span className="main-menu__label">{child.label}</span>
                {child.text && <span className="main-menu__text">{child.text}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
