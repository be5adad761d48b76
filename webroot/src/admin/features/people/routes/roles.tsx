import { Button, Stack } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { Loaded } from '@/admin/components/loaded';
import { May } from '@/admin/components/may';
import { PageHeader } from '@/admin/components/page-header';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import { useListRoles } from '../api/list-roles';
import { PermissionMatrix } from '../components/permission-matrix';
import { RoleTable } from '../components/role-table';
import { roleWords } from '../role-words';

export function Roles() {
  const text = useWords(roleWords);
  const roles = useListRoles();
  const add = (
    <May permission="roles:manage">
      <Button
        component={Link}
        to={adminPaths.screens.newRole}
        leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
      >
        {text.new}
      </Button>
    </May>
  );
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={add} />
      <Loaded query={roles} heights={[240, 400]}>
        {({ items }) => (
          <Stack gap="xl">
            <RoleTable roles={items} />
            <PermissionMatrix roles={items} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}
