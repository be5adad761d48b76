import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '@/admin/components/confirm';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { StatusBadge } from '@/admin/components/status-badge';
import { useHeld } from '@/admin/lib/held';
import { useWords } from '@/admin/lib/i18n';
import { toastFailure } from '@/admin/lib/toast';
import type { Schema } from '@/admin/schema';
import { useGetMyFactors } from '../api/get-my-factors';
import { useRemoveTotp } from '../api/remove-totp';
import { useRenewRecoveryCodes } from '../api/renew-recovery-codes';
import { profileWords } from '../profile-words';
import { words } from '../words';
import { AddPasskey } from './add-passkey';
import { AddTotp } from './add-totp';
import { KeepCodes } from './keep-codes';
import { PasskeyRow } from './passkey-row';

type Step = 'app' | 'passkey' | 'removeApp' | 'renew' | null;

export function FactorsPanel() {
  const text = useWords(profileWords);
  const factors = useGetMyFactors();
  return (
    <Panel title={text.factors}>
      <Loaded query={factors} heights={[48, 48, 48]}>
        {(data) => <Factors factors={data} />}
      </Loaded>
    </Panel>
  );
}

function Factors({ factors }: { factors: Schema<'MyFactors'> }) {
  const text = useWords(profileWords);
  const gate = useWords(words);
  const [step, setStep] = useState<Step>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const removeTotp = useRemoveTotp();
  const renew = useRenewRecoveryCodes();
  const held = useHeld(codes !== null);
  const keep = (made: string[]) => {
    setStep(null);
    setCodes(made);
  };
  const close = () => {
    setStep(null);
    setCodes(null);
  };
  return (
    <Stack gap="lg">
      {factors.required && (
        <Text size="sm" c="dimmed">
          {text.factorsRequired}
        </Text>
      )}
      <Group justify="space-between">
        <Group gap="xs">
          <Text fw={500}>{text.app}</Text>
          <StatusBadge tone={factors.totp ? 'green' : 'gray'}>
            {factors.totp ? text.appOn : text.appOff}
          </StatusBadge>
        </Group>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setStep(factors.totp ? 'removeApp' : 'app');
          }}
        >
          {factors.totp ? text.appRemove : text.appAdd}
        </Button>
      </Group>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={3} size="sm" fw={500} fz="md">
            {text.passkeys}
          </Title>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setStep('passkey');
            }}
          >
            {text.passkeyAdd}
          </Button>
        </Group>
        {factors.passkeys.length === 0 && (
          <Text size="sm" c="dimmed">
            {text.passkeyNone}
          </Text>
        )}
        {factors.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} />
        ))}
      </Stack>
      {(factors.totp !== undefined || factors.passkeys.length > 0) && (
        <Group justify="space-between">
          <div>
            <Text fw={500}>{text.recovery}</Text>
            <Text size="sm" c="dimmed">
              {text.recoveryLeft(factors.recoveryCodes)}
            </Text>
          </div>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setStep('renew');
            }}
          >
            {text.recoveryNew}
          </Button>
        </Group>
      )}
      <Modal opened={step === 'app'} onClose={close} title={text.appAdd} {...held}>
        <AddTotp onCodes={keep} />
      </Modal>
      <Modal opened={step === 'passkey'} onClose={close} title={text.passkeyAdd}>
        <AddPasskey onDone={close} />
      </Modal>
      <Modal opened={codes !== null} onClose={close} title={gate.recoveryTitle} {...held}>
        <KeepCodes codes={codes ?? []} onKept={close} />
      </Modal>
      <Confirm
        opened={step === 'removeApp'}
        onClose={close}
        title={text.appRemove}
        action={text.appRemove}
        danger
        busy={removeTotp.isPending}
        onConfirm={() => {
          removeTotp.mutate(undefined, { onError: toastFailure, onSettled: close });
        }}
      >
        {text.appRemoveText}
      </Confirm>
      <Confirm
        opened={step === 'renew'}
        onClose={close}
        title={text.recoveryNew}
        action={text.recoveryNew}
        busy={renew.isPending}
        onConfirm={() => {
          renew.mutate(undefined, {
            onSuccess: ({ recoveryCodes }) => {
              keep(recoveryCodes);
            },
            onError: (failure) => {
              toastFailure(failure);
              close();
            },
          });
        }}
      >
        {text.recoveryNewText}
      </Confirm>
    </Stack>
  );
}
