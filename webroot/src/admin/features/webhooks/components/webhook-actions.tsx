import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Confirm } from '@/admin/components/confirm';
import { ConfirmByName } from '@/admin/components/confirm-by-name';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { adminPaths } from '@/config/admin-paths';
import { useDeleteWebhook } from '../api/delete-webhook';
import type { Webhook } from '../api/list-webhooks';
import { useRotateSecret } from '../api/rotate-secret';
import { words } from '../words';
import { SecretDialog } from './secret-dialog';
import { webhookName } from './webhook-name';

export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const text = useWords(words);
  const navigate = useNavigate();
  const rotate = useRotateSecret();
  const remove = useDeleteWebhook();
  const [secret, setSecret] = useState<string | null>(null);
  const [rotating, rotation] = useDisclosure();
  const [deleting, deletion] = useDisclosure();
  return (
    <Group gap="xs">
      <Button variant="default" onClick={rotation.open}>
        {text.rotate}
      </Button>
      <Button variant="light" color="red" onClick={deletion.open}>
        {text.delete}
      </Button>
      <Confirm
        opened={rotating}
        onClose={rotation.close}
        title={text.rotateTitle}
        action={text.rotate}
        busy={rotate.isPending}
        onConfirm={() => {
          rotate.mutate(webhook.id, {
            onSuccess: (made) => {
              setSecret(made.secret);
            },
            onError: toastFailure,
            onSettled: rotation.close,
          });
        }}
      >
        {text.rotateText}
      </Confirm>
      <SecretDialog
        secret={secret}
        onClose={() => {
          setSecret(null);
        }}
      />
      <ConfirmByName
        opened={deleting}
        onClose={deletion.close}
        title={text.delete}
        name={webhookName(webhook.url)}
        action={text.delete}
        busy={remove.isPending}
        onConfirm={() => {
          remove.mutate(webhook, {
            onSuccess: () => {
              toastDone(text.deleted);
              void navigate(adminPaths.screens.webhooks);
            },
            onError: toastFailure,
          });
        }}
      >
        {text.deleteText}
      </ConfirmByName>
    </Group>
  );
}
