import { Alert, Button, Stack } from '@mantine/core';
import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { useSignInOptions } from '../api/get-sign-in-options';
import { useLoginWithPasskey } from '../api/login-with-passkey';
import { usePasskeyOptions } from '../api/passkey-options';
import { words } from '../words';
import { PasskeyButton } from './passkey-button';

interface OtherWaysProps {
  back: string;
  onAnswer: (answer: Schema<'SignIn'>) => void;
}

/** In without a password: a passkey, or the company's own sign-in where it has one. */
export function OtherWays({ back, onAnswer }: OtherWaysProps) {
  const text = useWords(words);
  const [failed, setFailed] = useState(false);
  const offered = useSignInOptions();
  const options = usePasskeyOptions();
  const login = useLoginWithPasskey();
  const fail = () => {
    setFailed(true);
  };
  return (
    <Stack gap="sm">
      {failed && (
        <Alert color="yellow" role="alert" title={text.passkeyFailed}>
          {text.passkeyFailedDetail}
        </Alert>
      )}
      <PasskeyButton
        label={text.withPasskey}
        options={() => options.mutateAsync(undefined)}
        onProof={(proof) => {
          login.mutate(proof, { onSuccess: onAnswer, onError: fail });
        }}
        onFailure={fail}
      />
      {offered.data?.sso && (
        <Button
          component="a"
          variant="default"
          href={adminPaths.api.sso(adminPaths.root + back)}
          leftSection={<LogIn size={18} strokeWidth={1.5} aria-hidden />}
        >
          {text.withSso(offered.data.sso.name)}
        </Button>
      )}
    </Stack>
  );
}
