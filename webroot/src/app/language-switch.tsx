import { paths } from '@/config/paths';
import { catalogues, locales, useLocale, useMessages } from '@/lib/locale';
import './segmented.css';

export function LanguageSwitch() {
  const current = useLocale();
  return (
    <nav className="segmented" aria-label={useMessages().language}>
      {locales.map((locale) => (
        <a
          key={locale}
          className="segmented__part"
          href={paths.home(locale)}
          hrefLang={locale}
          lang={locale}
          aria-current={locale === current ? 'page' : undefined}
          aria-label={`${locale.toUpperCase()} – ${catalogues[locale].languageName}`}
        >
          {locale.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}
