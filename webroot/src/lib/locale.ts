import { createContext, useContext } from 'react';
import { de } from './messages/de';
import { en, type Messages } from './messages/en';

export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

export const catalogues: Record<Locale, Messages> = { en, de };

export const LocaleContext = createContext<Locale>('en');

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export function useMessages(): Messages {
  return catalogues[useLocale()];
}

export function localeOf(path: string): Locale {
  return /^\/de(\/|$)/.test(path) ? 'de' : 'en';
}
