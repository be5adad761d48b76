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
import { words } from '../words';

/** Where the company's own sign-in sends people back to, with a ticket that is worth a session once. */
export function Sso() {
  const text = useWords(words);
  const session = useSession();
  const { ticket, back, refusal } = useReturn();
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
          {error !== null ? (
            <ErrorPanel failure={error} />
          ) : (
            <Alert color="red" role="alert" title={text.ssoFailed}>
              {text.ssoReasons[refusal]}
            </Alert>
          )}
          <Anchor component={Link} to={adminPaths.screens.login}>
            {text.backToLogin}
          </Anchor>
        </>
      )}
    </GateCard>
  );
}

type Refusal = keyof (typeof words)['en']['ssoReasons'];

/** What came back behind the hash: a ticket and where to go, or why there is none. */
function useReturn(): { ticket: string; back: string; refusal: Refusal } {
  const behind = new URLSearchParams(useLocation().hash.slice(1));
  const wanted = behind.get('return') ?? '';
  const { root, screens } = adminPaths;
  return {
    ticket: behind.get('ticket') ?? '',
    back: wanted.startsWith(`${root}/`) ? wanted.slice(root.length) : screens.home,
    refusal: behind.get('error') === 'sso-away' ? 'away' : 'refused',
  };
}
