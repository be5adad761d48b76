import type { FilterChoice } from '@/admin/components/table/filters';
import { localized } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { useListRoles } from '../api/list-roles';
import { words } from '../words';

const states = ['invited', 'active', 'deactivated', 'deleted'] as const;

export function usePeopleFilters(): FilterChoice[] {
  const text = useWords(words);
  const roles = useListRoles();
  return [
    {
      name: 'state',
      label: text.state,
      options: states.map((state) => ({ value: state, label: text.states[state] })),
    },
    {
      name: 'role',
      label: text.role,
      options: (roles.data?.items ?? []).map((role) => ({
        value: role.name,
        label: localized(role.title),
      })),
    },
  ];
}
