import { Alert, Divider } from '@mantine/core';
import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useWords } from '@/admin/lib/i18n';
import { useSession } from '@/admin/lib/use-session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { GateCard } from '../components/gate-card';
import { OtherWays } from '../components/other-ways';
import { PasswordForm } from '../components/password-form';
import { SecondFactor } from '../components/second-factor';
import { useArrival } from '../components/use-arrival';
import { useLinkToken } from '../components/use-link-token';
import { words } from '../words';

type SignIn = Schema<'SignIn'>;

export function Login() {
  const text = useWords(words);
  const session = useSession();
  const { back, reason } = useArrival();
  const unlock = useUnlockToken();
  const [second, setSecond] = useState<SignIn | null>(null);
  const hear = (answer: SignIn) => {
    if (answer.state === 'secondFactor') setSecond(answer);
  };
  if (session.state === 'signedIn') {
    return (
      <Navigate to={session.mustEnrol ? adminPaths.screens.enrol : back} state={{ back }} replace />
    );
  }
  if (second?.ticket !== undefined) {
    return (
      <SecondFactor
        ticket={second.ticket}
        factors={second.factors ?? []}
        onAnswer={hear}
        onStartAgain={() => {
          setSecond(null);
        }}
      />
    );
  }
  return (
    <GateCard title={text.signIn}>
      {reason === 'expired' && <Alert role="status">{text.expired}</Alert>}
      {reason === 'idle' && <Alert role="status">{text.idle}</Alert>}
      {unlock !== undefined && <Alert role="status">{text.unlockReady}</Alert>}
      <PasswordForm unlock={unlock} onAnswer={hear} />
      <Divider label={text.or} />
      <OtherWays back={back} onAnswer={hear} />
    </GateCard>
  );
}

/** The link that lets one past a lock carries its token where no server sees it. */
function useUnlockToken(): string | undefined {
  const { pathname } = useLocation();
  const token = useLinkToken();
  return pathname === adminPaths.screens.unlock && token !== '' ? token : undefined;
}
