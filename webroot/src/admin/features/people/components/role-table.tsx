import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import { StatusBadge } from '@/admin/components/status-badge';
import { localized, useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { roleWords } from '../role-words';

export function RoleTable({ roles }: { roles: Schema<'Role'>[] }) {
  const text = useWords(roleWords);
  const format = useFormat();
  const sorted = roles.toSorted((a, b) => b.rank - a.rank);
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={480}
      tabIndex={0}
      role="region"
      aria-label={text.title}
    >
      <Table verticalSpacing={10}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text.role}</Table.Th>
            <Table.Th scope="col">{text.kind}</Table.Th>
            <Table.Th scope="col">{text.factor}</Table.Th>
            <Table.Th scope="col" ta="end">
              {text.rank}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {text.permissions}
            </Table.Th>
            <Table.Th scope="col" ta="end">
              {text.people}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((role) => (
            <Table.Tr key={role.id}>
              <Table.Td>
                <Anchor component={Link} to={adminPaths.screens.role(role.id)} size="sm" fw={500}>
                  {localized(role.title)}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <StatusBadge tone={role.builtIn ? 'gray' : 'violet'}>
                  {role.builtIn ? text.builtIn : text.own}
                </StatusBadge>
              </Table.Td>
              <Table.Td>{role.secondFactor ? text.factorRequired : text.factorFree}</Table.Td>
              <Table.Td ta="end">{format.number(role.rank)}</Table.Td>
              <Table.Td ta="end">{format.number(role.permissions.length)}</Table.Td>
              <Table.Td ta="end">{format.number(role.people)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
