import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmByName } from '@/admin/components/confirm-by-name';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import type { Schema } from '@/admin/schema';
import { useRevokeKey } from '../api/revoke-key';
import { words } from '../words';

export function RevokeKey({ apiKey }: { apiKey: Schema<'Key'> }) {
  const text = useWords(words);
  const [opened, dialog] = useDisclosure();
  const revoke = useRevokeKey();
  const { id, name } = apiKey;
  return (
    <>
      <Button
        size="compact-sm"
        color="red"
        variant="light"
        aria-label={text.revokeOf(name)}
        onClick={dialog.open}
      >
        {text.revoke}
      </Button>
      <ConfirmByName
        opened={opened}
        onClose={dialog.close}
        title={text.revokeOf(name)}
        name={name}
        action={text.revoke}
        busy={revoke.isPending}
        onConfirm={() => {
          revoke.mutate(id, {
            onSuccess: () => {
              toastDone(text.revokedToast(name));
            },
            onError: toastFailure,
            onSettled: dialog.close,
          });
        }}
      >
        {text.revokeText}
      </ConfirmByName>
    </>
  );
}
