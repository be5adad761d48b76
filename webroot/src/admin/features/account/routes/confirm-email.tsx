import { Alert, Button } from '@mantine/core';
import { Link } from 'react-router';
import { useWords } from '@/admin/lib/i18n';
import { adminPaths } from '@/config/admin-paths';
import { useConfirmEmail } from '../api/confirm-email';
import { GateCard } from '../components/gate-card';
import { LinkRefused } from '../components/link-refused';
import { useLinkToken } from '../components/use-link-token';
import { words } from '../words';

/** A click confirms, not the visit: programs that read mail follow links. */
export function ConfirmEmail() {
  const text = useWords(words);
  const token = useLinkToken();
  const confirm = useConfirmEmail();
  return (
    <GateCard title={text.emailTitle} text={text.emailText}>
      {confirm.isError && <LinkRefused failure={confirm.error} />}
      {confirm.isSuccess ? (
        <>
          <Alert color="green" role="status">
            {text.emailDone}
          </Alert>
          <Button component={Link} to={adminPaths.screens.home}>
            {text.signIn}
          </Button>
        </>
      ) : (
        <Button
          loading={confirm.isPending}
          onClick={() => {
            confirm.mutate(token);
          }}
        >
          {text.emailConfirm}
        </Button>
      )}
    </GateCard>
  );
}
