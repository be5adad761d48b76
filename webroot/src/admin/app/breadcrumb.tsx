import { Anchor, Breadcrumbs } from '@mantine/core';
import { Link, type UIMatch, useMatches } from 'react-router';
import { type Catalogue, useAdminLocale, useWords } from '@/admin/lib/i18n';
import { words } from './words';

interface Crumb {
  crumb: Catalogue<string>;
}

/** The way up from this screen; the screen itself is named by its heading. */
export function Breadcrumb() {
  const text = useWords(words);
  const locale = useAdminLocale();
  const matches = (useMatches() as UIMatch<unknown, Crumb | undefined>[]).filter(
    (match) => match.handle?.crumb,
  );
  const above = matches.slice(0, -1);
  if (above.length === 0) return null;
  return (
    <nav aria-label={text.breadcrumb}>
      <Breadcrumbs mb="xs" fz="sm">
        {above.map((match) => (
          <Anchor key={match.id} component={Link} to={match.pathname} size="sm">
            {match.handle?.crumb[locale]}
          </Anchor>
        ))}
      </Breadcrumbs>
    </nav>
  );
}
