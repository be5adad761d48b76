import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { isPagePath } from '@/config/paths';
import { loadView } from '@/features/pages/api/load-view';
import type { View } from '@/features/pages/view';
import { catalogues } from '@/lib/locale';
import { headOf, showHead, titleOf } from './head';
import { usePrefetch } from './use-prefetch';

/**
 * Shows the pages of this site without loading another document, where the browser has the
 * Navigation API: it keeps the history and the scroll positions. Elsewhere, and whenever anything
 * is odd, links simply load.
 */
export function useNavigation(show: (view: View) => void): { busy: boolean; announcement: string } {
  const [busy, setBusy] = useState(false);
  const [announcement, setAnnouncement] = useState('');
  usePrefetch();

  const change = useCallback(
    (view: View) => {
      flushSync(() => {
        show(view);
        setBusy(false);
        setAnnouncement(catalogues[view.frame.locale].loaded(titleOf(view)));
      });
      showHead(headOf(view));
      document.documentElement.lang = view.frame.locale;
      document.getElementById('content')?.focus({ preventScroll: true });
    },
    [show],
  );

  useEffect(() => {
    if (!('navigation' in window)) return;
    const onNavigate = (event: NavigateEvent) => {
      const url = new URL(event.destination.url);
      if (!isOurs(event, url)) return;
      event.intercept({
        focusReset: 'manual',
        scroll: 'manual',
        handler: async () => {
          setBusy(true);
          try {
            const view = await loadView(url.pathname, event.signal);
            await inTransition(() => {
              change(view);
              event.scroll();
            });
          } catch {
            if (!event.signal.aborted) location.reload();
          }
        },
      });
    };
    navigation.addEventListener('navigate', onNavigate);
    return () => {
      navigation.removeEventListener('navigate', onNavigate);
    };
  }, [change]);

  return { busy, announcement };
}

function isOurs(event: NavigateEvent, url: URL): boolean {
  return (
    event.canIntercept &&
    !event.hashChange &&
    event.downloadRequest === null &&
    event.formData === null &&
    event.navigationType !== 'reload' &&
    url.origin === location.origin &&
    url.search === '' &&
    isPagePath(url.pathname)
  );
}

async function inTransition(update: () => void): Promise<void> {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (calm || !('startViewTransition' in document)) {
    update();
    return;
  }
  const transition = document.startViewTransition(update);
  transition.finished.catch(() => undefined);
  transition.ready.catch(() => undefined);
  await transition.updateCallbackDone;
}
