import { localized } from '@/admin/lib/format';
import { useMe } from '@/admin/lib/use-session';
import { useListRoles } from '../api/list-roles';

/** Roles that the person at work may hand out: those below the own rank, or all at the top. */
export function useRoleChoices(): { value: string; label: string }[] {
  const me = useMe();
  const roles = useListRoles();
  const top = Math.max(...(roles.data?.items ?? []).map(({ rank }) => rank), 0);
  return (roles.data?.items ?? [])
    .filter(({ rank }) => rank < me.rank || me.rank >= top)
    .map(({ name, title }) => ({ value: name, label: localized(title) }));
}
