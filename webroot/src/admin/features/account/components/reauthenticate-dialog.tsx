import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { common } from '@/admin/common';
import { ErrorPanel } from '@/admin/components/error-panel';
import { isProblem } from '@/admin/lib/api/problem';
import { proveWith } from '@/admin/lib/api/proof';
import { useWords } from '@/admin/lib/i18n';
import { useMe } from '@/admin/lib/use-session';
import { useReauthenticate } from '../api/reauthenticate';
import { usePasskeyOptions } from '../api/passkey-options';
import { words } from '../words';
import { PasskeyButton } from './passkey-button';
import { CodeForm } from './second-factor';

type Settle = (proved: boolean) => void;

/** Asks again who one is, when an act needs it, and lets the act go on. */
export function ReauthenticateDialog() {
  const text = useWords(words);
  const [settle, setSettle] = useState<Settle | null>(null);
  useEffect(
    () =>
      proveWith(
        () =>
          new Promise<boolean>((resolve) => {
            setSettle(() => resolve);
          }),
      ),
    [],
  );
  const finish = (proved: boolean) => {
    settle?.(proved);
    setSettle(null);
  };
  return (
    <Modal
      opened={settle !== null}
      zIndex={400}
      onClose={() => {
        finish(false);
      }}
      title={text.proveTitle}
    >
      <ProofForm onFinish={finish} />
    </Modal>
  );
}

function ProofForm({ onFinish }: { onFinish: Settle }) {
  const text = useWords(words);
  const shared = useWords(common);
  const me = useMe();
  const [password, setPassword] = useState('');
  const [cancelled, setCancelled] = useState(false);
  const [needsFactor, setNeedsFactor] = useState(false);
  const prove = useReauthenticate();
  const options = usePasskeyOptions();
  const done = {
    onSuccess: () => {
      onFinish(true);
    },
  };
  const mayNeedFactor = (failure: Error) => {
    if (isProblem(failure) && failure.is('second-proof')) setNeedsFactor(true);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (password !== '') prove.mutate({ password }, { ...done, onError: mayNeedFactor });
  };
  return (
    <Stack>
      <Text size="sm">{text.proveText}</Text>
      {prove.isError && <ErrorPanel failure={prove.error} />}
      {cancelled && <Alert color="yellow">{text.passkeyFailedDetail}</Alert>}
      {me.hasPassword && !needsFactor && (
        <form onSubmit={submit}>
          <Stack>
            <PasswordInput
              data-autofocus
              label={text.password}
              autoComplete="current-password"
              value={password}
              onChange={(event) => {
                setPassword(event.currentTarget.value);
              }}
            />
            <Group justify="flex-end">
              <Button
                variant="default"
                onClick={() => {
                  onFinish(false);
                }}
              >
                {shared.cancel}
              </Button>
              <Button type="submit" loading={prove.isPending}>
                {text.confirm}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {(needsFactor || (!me.hasPassword && me.secondFactor.enrolled)) && (
        <CodeForm
          kind="totp"
          busy={prove.isPending}
          onCode={(code) => {
            prove.mutate({ code }, done);
          }}
        />
      )}
      <PasskeyButton
        label={text.usePasskey}
        options={() => options.mutateAsync(undefined)}
        onProof={(proof) => {
          prove.mutate(proof, done);
        }}
        onFailure={() => {
          setCancelled(true);
        }}
      />
    </Stack>
  );
}
