import { paths } from '@/config/paths';
import { catalogues, locales, type Locale } from '@/lib/locale';

export function Head({ locale }: { locale: Locale }) {
  const { title, description } = catalogues[locale];
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {locales.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={paths.home(other)} />
      ))}
    </>
  );
}
