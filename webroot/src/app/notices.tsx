import { Icon } from '@/components/ui/icon';
import { catalogues, useLocale, useMessages } from '@/lib/locale';
import { other, placeIn, useView } from './place';
import { useLanguageOffer } from './use-language-offer';
import './notices.css';

export function FallbackNotice() {
  const messages = useMessages();
  return (
    <aside className="fallback-notice" aria-label={messages.fallbackTitle}>
      <Icon name="languages" />
      <p>
        <strong>{messages.fallbackTitle}.</strong> {messages.fallbackText}
      </p>
    </aside>
  );
}

/** For a browser that prefers the other language: in that language, and only until it is dismissed. */
export function LanguageOffer() {
  const view = useView();
  const locale = other(useLocale());
  const messages = catalogues[locale];
  const has = view.kind === 'page' && view.page.alternates[locale] !== undefined;
  const [offered, dismiss] = useLanguageOffer(locale);
  if (!offered || !has) return null;
  return (
    <aside className="language-offer" lang={locale} aria-label={messages.language}>
      <p>{messages.offerText}</p>
      <a href={placeIn(view, locale)} hrefLang={locale}>
        {messages.offerAction}
      </a>
      <button type="button" className="tool" onClick={dismiss}>
        <Icon name="x" />
        <span className="visually-hidden">{messages.dismiss}</span>
      </button>
    </aside>
  );
}
