import { Navigate } from 'react-router';
import { Loaded } from '@/admin/components/loaded';
import { useWords } from '@/admin/lib/i18n';
import { useSession } from '@/admin/lib/use-session';
import { adminPaths } from '@/config/admin-paths';
import { useShowInvite } from '../api/show-invite';
import { AcceptForm } from '../components/accept-form';
import { GateCard } from '../components/gate-card';
import { LinkRefused } from '../components/link-refused';
import { useLinkToken } from '../components/use-link-token';
import { words } from '../words';

/** The first steps of somebody who was invited, or of the very first person. */
export function Invite() {
  const text = useWords(words);
  const token = useLinkToken();
  const session = useSession();
  const invite = useShowInvite(token);
  const setup = invite.data?.kind === 'setup';
  const email = invite.data?.email ?? '';
  if (session.state === 'signedIn') {
    const { enrol, home } = adminPaths.screens;
    return <Navigate to={session.mustEnrol ? enrol : home} replace />;
  }
  return (
    <GateCard
      title={setup ? text.setupTitle : text.inviteTitle}
      text={setup ? text.setupText : email === '' ? undefined : text.inviteText(email)}
    >
      {invite.isError ? (
        <LinkRefused failure={invite.error} />
      ) : (
        <Loaded query={invite} heights={[60, 60, 40]}>
          {(found) => <AcceptForm token={token} invite={found} />}
        </Loaded>
      )}
    </GateCard>
  );
}
