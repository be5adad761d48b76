import { Table } from '@mantine/core';
import { Check } from 'lucide-react';
import { Fragment } from 'react';
import { Panel } from '@/admin/components/panel';
import { localized } from '@/admin/lib/format';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { groupLabel, permissionLabel } from '@/admin/permission-words';
import type { Schema } from '@/admin/schema';
import { useListPermissions } from '../api/list-permissions';
import { roleWords } from '../role-words';
import { byGroup } from './permission-groups';
import './permission-matrix.css';

/** Every permission against every role. */
export function PermissionMatrix({ roles }: { roles: Schema<'Role'>[] }) {
  const text = useWords(roleWords);
  const locale = useAdminLocale();
  const permissions = useListPermissions();
  const sorted = roles.toSorted((a, b) => a.rank - b.rank);
  return (
    <Panel title={text.matrix}>
      <Table.ScrollContainer
        type="native"
        minWidth={560}
        tabIndex={0}
        role="region"
        aria-label={text.matrixHelp}
      >
        <Table className="matrix" withRowBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{text.permissions}</Table.Th>
              {sorted.map((role) => (
                <Table.Th key={role.id} scope="col" ta="center">
                  {localized(role.title)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {byGroup(permissions.data?.items ?? []).map(({ group, items }) => (
              <Fragment key={group}>
                <Table.Tr>
                  <Table.Th scope="colgroup" colSpan={sorted.length + 1} className="matrix__group">
                    {groupLabel(group, locale)}
                  </Table.Th>
                </Table.Tr>
                {items.map(({ name }) => (
                  <Table.Tr key={name}>
                    <Table.Th scope="row" fw={400}>
                      {permissionLabel(name, locale)}
                    </Table.Th>
                    {sorted.map((role) => (
                      <Table.Td key={role.id} ta="center">
                        <Mark on={role.permissions.includes(name)} />
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}

function Mark({ on }: { on: boolean }) {
  const text = useWords(roleWords);
  return (
    <>
      {on ? (
        <Check size={18} strokeWidth={2} aria-hidden className="matrix__yes" />
      ) : (
        <span aria-hidden>·</span>
      )}
      <span className="visually-hidden">{on ? text.included : text.notIncluded}</span>
    </>
  );
}
