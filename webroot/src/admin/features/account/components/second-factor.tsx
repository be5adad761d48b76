import { zodResolver } from '@hookform/resolvers/zod';
import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from '@/admin/lib/zod';
import { ErrorPanel } from '@/admin/components/error-panel';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { useCompleteFactor } from '../api/complete-factor';
import { usePasskeyOptions } from '../api/passkey-options';
import { words } from '../words';
import { GateCard } from './gate-card';
import { PasskeyButton } from './passkey-button';

type FactorKind = Schema<'FactorCompletion'>['kind'];

interface SecondFactorProps {
  ticket: string;
  factors: FactorKind[];
  onAnswer: (answer: Schema<'SignIn'>) => void;
  onStartAgain: () => void;
}

export function SecondFactor({ ticket, factors, onAnswer, onStartAgain }: SecondFactorProps) {
  const text = useWords(words);
  const [recovering, setRecovering] = useState(
    !factors.includes('totp') && !factors.includes('passkey'),
  );
  const [cancelled, setCancelled] = useState(false);
  const complete = useCompleteFactor();
  const options = usePasskeyOptions();
  const kind = recovering ? 'recoveryCode' : 'totp';
  const mayType = recovering || factors.includes('totp');
  return (
    <GateCard title={text.secondTitle} text={text.secondText}>
      {complete.isError && <ErrorPanel failure={complete.error} />}
      {cancelled && (
        <Alert color="yellow" role="alert" title={text.passkeyFailed}>
          {text.passkeyFailedDetail}
        </Alert>
      )}
      {mayType && (
        <CodeForm
          key={kind}
          kind={kind}
          busy={complete.isPending}
          onCode={(code) => {
            complete.mutate({ ticket, kind, code }, { onSuccess: onAnswer });
          }}
        />
      )}
      {factors.includes('passkey') && (
        <PasskeyButton
          label={text.usePasskey}
          options={() => options.mutateAsync(ticket)}
          onProof={({ credential }) => {
            complete.mutate({ ticket, kind: 'passkey', credential }, { onSuccess: onAnswer });
          }}
          onFailure={() => {
            setCancelled(true);
          }}
        />
      )}
      <Stack gap="xs">
        {factors.includes('recoveryCode') && (
          <Button
            variant="subtle"
            onClick={() => {
              setRecovering(!recovering);
            }}
          >
            {recovering ? text.useCode : text.useRecovery}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onStartAgain}>
          {text.startAgain}
        </Button>
      </Stack>
    </GateCard>
  );
}

interface CodeFormProps {
  kind: 'totp' | 'recoveryCode';
  busy: boolean;
  onCode: (code: string) => void;
}

export function CodeForm({ kind, busy, onCode }: CodeFormProps) {
  const text = useWords(words);
  const digits = kind === 'totp';
  const shape = digits ? /^\d{6}$/ : /^\S{6,40}$/;
  const schema = z.object({
    code: z
      .string()
      .transform((typed) => typed.replaceAll(/\s/g, ''))
      .pipe(z.string().regex(shape, digits ? text.codeShape : text.recoveryHelp)),
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { code: '' } });
  const send = form.handleSubmit(({ code }) => {
    onCode(code);
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        <TextInput
          {...form.register('code')}
          label={digits ? text.code : text.recoveryCode}
          description={digits ? text.codeHelp : text.recoveryHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="one-time-code"
          inputMode={digits ? 'numeric' : 'text'}
          error={form.formState.errors.code?.message}
        />
        <Button type="submit" loading={busy} fullWidth>
          {text.confirm}
        </Button>
      </Stack>
    </form>
  );
}
