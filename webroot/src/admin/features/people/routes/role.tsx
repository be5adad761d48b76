import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from 'react-router';
import { Confirm } from '@/admin/components/confirm';
import { Loaded } from '@/admin/components/loaded';
import { PageHeader } from '@/admin/components/page-header';
import { localized } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { useMay } from '@/admin/lib/use-session';
import { useSubject } from '@/admin/lib/use-subject';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { useDeleteRole } from '../api/delete-role';
import { useGetRole } from '../api/get-role';
import { RoleForm } from '../components/role-form';
import { roleWords } from '../role-words';

export function RoleScreen() {
  const role = useGetRole(useSubject());
  return (
    <Loaded query={role} heights={[48, 400]}>
      {(found) => <Detail role={found} />}
    </Loaded>
  );
}

function Detail({ role }: { role: Schema<'Role'> }) {
  const text = useWords(roleWords);
  const navigate = useNavigate();
  const [deleting, dialog] = useDisclosure();
  const remove = useDeleteRole();
  const editable = useMay('roles:manage') && !role.builtIn;
  const name = localized(role.title);
  const button = editable && (
    <Button color="red" variant="light" onClick={dialog.open}>
      {text.delete}
    </Button>
  );
  return (
    <>
      <PageHeader title={name} actions={button} />
      {role.builtIn && <Alert mb="lg">{text.builtInNote}</Alert>}
      <RoleForm key={role.id} existing={role} editable={editable} />
      <Confirm
        opened={deleting}
        onClose={dialog.close}
        title={text.delete}
        action={text.delete}
        danger
        busy={remove.isPending}
        onConfirm={() => {
          remove.mutate(role, {
            onSuccess: () => {
              toastDone(text.deleted(name));
              void navigate(adminPaths.screens.roles);
            },
            onError: toastFailure,
            onSettled: dialog.close,
          });
        }}
      >
        {text.deleteText}
      </Confirm>
    </>
  );
}
