import { useNavigate } from 'react-router';
import { PageHeader } from '@/admin/components/page-header';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import { RoleForm } from '../components/role-form';
import { roleWords } from '../role-words';

export function NewRole() {
  const text = useWords(roleWords);
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={text.new} />
      <RoleForm
        existing={null}
        editable
        onSaved={({ id }) => void navigate(adminPaths.screens.role(id), { replace: true })}
      />
    </>
  );
}
