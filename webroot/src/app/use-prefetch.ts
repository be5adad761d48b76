import { useEffect } from 'react';
import { isPagePath } from '@/config/paths';
import { loadView } from '@/features/pages/api/load-view';

const signs = ['pointerover', 'focusin', 'touchstart'] as const;

/** Asks for a page as soon as somebody points at its link. */
export function usePrefetch(): void {
  useEffect(() => {
    if (!('navigation' in window)) return;
    const onSign = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link?.origin !== location.origin || link.search !== '') return;
      if (link.pathname === location.pathname || !isPagePath(link.pathname)) return;
      loadView(link.pathname).catch(() => undefined);
    };
    for (const sign of signs) document.addEventListener(sign, onSign, { passive: true });
    return () => {
      for (const sign of signs) document.removeEventListener(sign, onSign);
    };
  }, []);
}
