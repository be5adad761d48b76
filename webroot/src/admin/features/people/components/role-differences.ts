import type { Difference } from '@/admin/components/stale-notice';
import { permissionLabel } from '@/admin/permission-words';
import type { Locale } from '@/lib/locale';
import type { RoleDraft } from '../api/save-role';

interface Spoken {
  titleEn: string;
  titleDe: string;
  rank: string;
  factorLabel: string;
  yes: string;
  no: string;
}

/** In what two states of a role are different; each permission has a line of its own. */
export function roleDifferences(
  mine: RoleDraft,
  theirs: RoleDraft,
  text: Spoken,
  locale: Locale,
): Difference[] {
  const told = (has: boolean) => (has ? text.yes : text.no);
  const permissions = [...new Set([...mine.permissions, ...theirs.permissions])].sort();
  return [
    { label: text.titleEn, yours: mine.title.en, theirs: theirs.title.en },
    { label: text.titleDe, yours: mine.title.de ?? '', theirs: theirs.title.de ?? '' },
    { label: text.rank, yours: String(mine.rank), theirs: String(theirs.rank) },
    {
      label: text.factorLabel,
      yours: told(mine.secondFactor),
      theirs: told(theirs.secondFactor),
    },
    ...permissions.map((name) => ({
      label: permissionLabel(name, locale),
      yours: told(mine.permissions.includes(name)),
      theirs: told(theirs.permissions.includes(name)),
    })),
  ].filter(({ yours, theirs: now }) => yours !== now);
}
