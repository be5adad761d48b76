import { useSyncExternalStore } from 'react';
import { locales, type Locale } from '@/lib/locale';

const key = 'language-offer';
const listeners = new Set<() => void>();
let dismissed = false;

/** Whether the browser asks for this language before the page's own; never on the server. */
export function useLanguageOffer(locale: Locale): [boolean, () => void] {
  const offered = useSyncExternalStore(
    subscribe,
    () => !isDismissed() && preferred() === locale,
    () => false,
  );
  return [offered, dismiss];
}

function preferred(): Locale | undefined {
  const wanted = navigator.languages.map((language) => language.slice(0, 2).toLowerCase());
  return wanted
    .map((language) => locales.find((locale) => locale === language))
    .find((locale) => locale !== undefined);
}

function isDismissed(): boolean {
  try {
    return dismissed || localStorage.getItem(key) !== null;
  } catch {
    return dismissed;
  }
}

function dismiss(): void {
  dismissed = true;
  try {
    localStorage.setItem(key, 'dismissed');
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
