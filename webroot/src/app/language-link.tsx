import { Icon } from '@/components/ui/icon';
import { catalogues, useLocale } from '@/lib/locale';
import { other, placeIn, useView } from './place';

export function LanguageLink() {
  const locale = other(useLocale());
  const messages = catalogues[locale];
  return (
    <a className="tool" href={placeIn(useView(), locale)} hrefLang={locale} lang={locale}>
      <Icon name="languages" />
      <span aria-hidden="true">{messages.languageCode}</span>
      <span className="visually-hidden">{messages.inThisLanguage}</span>
    </a>
  );
}
