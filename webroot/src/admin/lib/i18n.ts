import { useSyncExternalStore } from 'react';
import { type Locale, locales } from '@/lib/locale';

type Words = string | ((...values: never[]) => string) | { readonly [key: string]: Words };

/** The same keys and the same gaps to fill, in other words. */
type InOtherWords<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: InOtherWords<T[Key]> };

export type Catalogue<Translated> = Readonly<Record<Locale, Translated>>;

const key = 'admin.language';
const listeners = new Set<() => void>();
let locale = initial();

/** Words of one feature; a key that one language lacks does not compile. */
export function catalogue<const T extends Words>(
  en: T,
  de: InOtherWords<T>,
): Catalogue<InOtherWords<T>> {
  return { en: en as unknown as InOtherWords<T>, de };
}

export function useWords<Translated>(words: Catalogue<Translated>): Translated {
  return words[useAdminLocale()];
}

export function useAdminLocale(): Locale {
  return useSyncExternalStore(subscribe, currentLocale);
}

export function currentLocale(): Locale {
  return locale;
}

export function chooseLocale(chosen: Locale): void {
  locale = chosen;
  localStorage.setItem(key, chosen);
  document.documentElement.lang = chosen;
  listeners.forEach((listener) => {
    listener();
  });
}

/** The language of the person's account, until this browser was told another one. */
export function suggestLocale(suggested: Locale): void {
  if (localStorage.getItem(key) === null && suggested !== locale) {
    chooseLocale(suggested);
    localStorage.removeItem(key);
  }
}

function initial(): Locale {
  const chosen = localStorage.getItem(key) ?? navigator.language.slice(0, 2);
  const found = locales.find((known) => known === chosen) ?? 'en';
  document.documentElement.lang = found;
  return found;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
