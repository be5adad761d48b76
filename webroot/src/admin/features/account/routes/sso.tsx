import { Alert, Anchor, Center, Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { ErrorPanel } from '@/admin/components/error-panel';
import { useWords } from '@/admin/lib/i18n';
import { useSession } from '@/admin/lib/use-session';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { useCompleteSso } from '../api/complete-sso';
import { GateCard } from '../components/gate-card';
import { SecondFactor } from '../components/second-factor';
import { useLinkToken } from '../components/use-link-token';
import { words } from '../words';

/** Where the company's own sign-in sends people back to, with a ticket that is worth a session once. */
export function Sso() {
  const text = useWords(words);
  const session = useSession();
  const ticket = useLinkToken();
  const back = useReturn();
  const [second, setSecond] = useState<Schema<'SignIn'> | null>(null);
  const { mutate, error } = useCompleteSso();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || ticket === '') return;
    asked.current = true;
    mutate(ticket, {
      onSuccess: (answer) => {
        if (answer.state === 'secondFactor') setSecond(answer);
      },
    });
  }, [ticket, mutate]);
  if (session.state === 'signedIn') {
    return <Navigate to={session.mustEnrol ? adminPaths.screens.enrol : back} replace />;
  }
  if (second?.ticket !== undefined) {
    return (
      <SecondFactor
        ticket={second.ticket}
        factors={second.factors ?? []}
        onAnswer={() => undefined}
        onStartAgain={() => {
          location.assign(adminPaths.root);
        }}
      />
    );
  }
  const failed = error !== null || ticket === '';
  return (
    <GateCard title={text.ssoTitle}>
      {!failed && (
        <Center role="status" aria-label={text.ssoTitle}>
          <Loader />
        </Center>
      )}
      {failed && (
        <>
          <Alert color="red" role="alert" title={text.ssoFailed} />
          {error !== null && <ErrorPanel failure={error} />}
          <Anchor component={Link} to={adminPaths.screens.login}>
            {text.backToLogin}
          </Anchor>
        </>
      )}
    </GateCard>
  );
}

function useReturn(): string {
  const wanted = new URLSearchParams(useLocation().hash.slice(1)).get('return') ?? '';
  const { root, screens } = adminPaths;
  return wanted.startsWith(`${root}/`) ? wanted.slice(root.length) : screens.home;
}
