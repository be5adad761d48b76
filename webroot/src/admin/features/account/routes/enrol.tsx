import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { signOut } from '@/admin/lib/api/sign-out';
import { useMakesSecret } from '@/admin/lib/held';
import { useWords } from '@/admin/lib/i18n';
import { useSession } from '@/admin/lib/use-session';
import { adminPaths } from '@/config/admin-paths';
import { AddPasskey } from '../components/add-passkey';
import { AddTotp } from '../components/add-totp';
import { GateCard } from '../components/gate-card';
import { KeepCodes } from '../components/keep-codes';
import { useArrival } from '../components/use-arrival';
import { WayChoice } from '../components/way-choice';
import { words } from '../words';

/** Nobody whose role asks for a second factor gets past here without one. */
export function Enrol() {
  const text = useWords(words);
  const session = useSession();
  const { back } = useArrival();
  const navigate = useNavigate();
  const busy = useMakesSecret();
  const [codes, setCodes] = useState<string[] | null>(null);
  const [way, setWay] = useState<'totp' | 'passkey' | null>(null);
  const leave = () => void navigate(back, { replace: true });
  if (session.state !== 'signedIn') return <Navigate to={adminPaths.screens.login} replace />;
  if (!session.mustEnrol && way === null) return <Navigate to={back} replace />;
  return (
    <GateCard title={text.enrolTitle} text={text.enrolText} wide>
      {way === null && <WayChoice onChoose={setWay} />}
      {way === 'totp' && codes === null && <AddTotp onCodes={setCodes} />}
      {codes !== null && <KeepCodes codes={codes} onKept={leave} />}
      {way === 'passkey' && <AddPasskey onDone={leave} />}
      {session.mustEnrol && (
        <Stack gap="xs">
          {way !== null && (
            <Button
              variant="subtle"
              disabled={busy}
              onClick={() => {
                setWay(null);
              }}
            >
              {text.enrolOther}
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={() => void signOut('left')}>
            {text.notYou}
          </Button>
        </Stack>
      )}
    </GateCard>
  );
}
