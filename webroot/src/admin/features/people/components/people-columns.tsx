import { Anchor, Group } from '@mantine/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { PersonAvatar } from '@/admin/components/person-avatar';
import { RelativeTime } from '@/admin/components/relative-time';
import type { Column } from '@/admin/components/table/columns';
import { common } from '@/admin/common';
import { localized } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import type { Person } from '../api/list-people';
import { words } from '../words';
import { StateBadge } from './state-badge';

export function usePeopleColumns(): Column<Person>[] {
  const text = useWords(words);
  const shared = useWords(common);
  return useMemo(
    () => [
      { id: 'name', header: text.name, sort: 'name', cell: (person) => <Named person={person} /> },
      { id: 'email', header: text.email, sort: 'email', cell: (person) => person.email },
      {
        id: 'roles',
        header: text.roles,
        cell: (person) => person.roles.map(({ title }) => localized(title)).join(', '),
      },
      { id: 'state', header: text.state, cell: ({ state }) => <StateBadge state={state} /> },
      {
        id: 'secondFactor',
        header: text.secondFactor,
        cell: ({ secondFactor }) => (secondFactor ? shared.yes : shared.no),
      },
      {
        id: 'lastLogin',
        header: text.lastLogin,
        sort: 'lastLogin',
        cell: ({ lastLoginAt }) => <RelativeTime at={lastLoginAt} otherwise={shared.never} />,
      },
      {
        id: 'created',
        header: text.created,
        sort: 'created',
        extra: true,
        cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
      },
      {
        id: 'language',
        header: text.language,
        extra: true,
        cell: ({ language }) => shared.languages[language],
      },
      { id: 'zone', header: text.zone, extra: true, cell: ({ zone }) => zone },
    ],
    [text, shared],
  );
}

function Named({ person }: { person: Person }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <PersonAvatar person={person} size={26} />
      <Anchor component={Link} to={adminPaths.screens.person(person.id)} fw={500} size="sm">
        {person.name}
      </Anchor>
    </Group>
  );
}
