import { createContext, useContext } from 'react';
import { paths } from '@/config/paths';
import type { View } from '@/features/pages/view';
import type { Locale } from '@/lib/locale';

export const ViewContext = createContext<View | null>(null);

export function useView(): View {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('This part of the frame stands outside of Site.');
  return view;
}

/** Where the shown page is in a language; without a translation the address that falls back. */
export function placeIn(view: View, locale: Locale): string {
  if (view.kind !== 'page') return paths.home(locale);
  const { alternates } = view.page;
  const standIn = locale === 'de' && alternates.en ? `/de${alternates.en}` : paths.home(locale);
  return alternates[locale] ?? standIn;
}

export function other(locale: Locale): Locale {
  return locale === 'en' ? 'de' : 'en';
}

/** For the menu: the page itself, or a page above it. */
export function currentOf(path: string, href: string | undefined): 'page' | 'true' | undefined {
  if (href === undefined) return undefined;
  if (href === path) return 'page';
  return href !== '/' && href !== '/de' && path.startsWith(`${href}/`) ? 'true' : undefined;
}
