import { ButtonLink } from '@/components/ui/button';
import { MoreLink } from '../components/more-link';
import { paths } from '@/config/paths';
import { useMessages } from '@/lib/locale';
import { dialled, unbroken } from '@/lib/phone';
import type { View } from '../view';
import './status.css';

type StatusView = Exclude<View, { kind: 'page' }>;

export function StatusTemplate({ view }: { view: StatusView }) {
  const messages = useMessages();
  const { site, locale, menus } = view.frame;
  const { kind } = view;
  const doors = {
    notFound: paths.home(locale),
    error: view.path,
    maintenance: `mailto:${site.contactEmail}`,
  };
  return (
    <div className="status">
      <div className="status__field" aria-hidden="true" />
      <div className="status__words">
        <p className="badge">{messages[`${kind}Code`]}</p>
        <h1>{messages[`${kind}Title`]}</h1>
        <p className="status__text">{messages[`${kind}Text`]}</p>
        {view.message && <p className="status__message">{view.message}</p>}
        <p className="status__action">
          <ButtonLink href={doors[kind]}>{messages[`${kind}Action`]}</ButtonLink>
        </p>
      </div>
      {kind === 'notFound' && menus.main.length > 0 && (
        <section className="status__help">
          <h2>{messages.notFoundHelp}</h2>
          <ul>
            {menus.main.map(
              ({ label, href }) =>
                href && (
                  <li key={href}>
                    <MoreLink link={{ label, href }} />
                  </li>
                ),
            )}
          </ul>
        </section>
      )}
      {kind !== 'notFound' && (
        <section className="status__help">
          <h2>{messages.contactHeading}</h2>
          <ul>
            <li>
              <a href={`mailto:${site.contactEmail}`}>{site.contactEmail}</a>
            </li>
            {site.phone && (
              <li>
                <a href={dialled(site.phone)}>{unbroken(site.phone)}</a>
              </li>
            )}
          </ul>
        </section>
      )}
    </div>
  );
}
