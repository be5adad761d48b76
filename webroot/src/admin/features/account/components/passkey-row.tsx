import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Pencil, Trash2 } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { Confirm } from '@/admin/components/confirm';
import { RelativeTime } from '@/admin/components/relative-time';
import { StatusBadge } from '@/admin/components/status-badge';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { toastFailure } from '@/admin/lib/toast';
import type { Schema } from '@/admin/schema';
import { useRemovePasskey } from '../api/remove-passkey';
import { useRenamePasskey } from '../api/rename-passkey';
import { profileWords } from '../profile-words';
import { words } from '../words';

export function PasskeyRow({ passkey }: { passkey: Schema<'Passkey'> }) {
  const text = useWords(profileWords);
  const shared = useWords(common);
  const [renaming, rename] = useDisclosure();
  const [removing, removal] = useDisclosure();
  const remove = useRemovePasskey();
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {passkey.name}
          </Text>
          {passkey.backedUp && <StatusBadge tone="blue">{text.passkeyBackedUp}</StatusBadge>}
        </Group>
        <Text size="sm" c="dimmed" component="div">
          {text.passkeyUsed}: <RelativeTime at={passkey.lastUsedAt} otherwise={shared.never} />
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={text.passkeyRename(passkey.name)}
          onClick={rename.open}
        >
          <Pencil size={18} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={text.passkeyRemove(passkey.name)}
          onClick={removal.open}
        >
          <Trash2 size={18} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
      </Group>
      <Modal opened={renaming} onClose={rename.close} title={text.passkeyRename(passkey.name)}>
        <RenameForm passkey={passkey} onDone={rename.close} />
      </Modal>
      <Confirm
        opened={removing}
        onClose={removal.close}
        title={text.passkeyRemove(passkey.name)}
        action={shared.remove}
        danger
        busy={remove.isPending}
        onConfirm={() => {
          remove.mutate(passkey.id, { onError: toastFailure, onSettled: removal.close });
        }}
      >
        {text.passkeyRemoveText}
      </Confirm>
    </Group>
  );
}

function RenameForm({ passkey, onDone }: { passkey: Schema<'Passkey'>; onDone: () => void }) {
  const gate = useWords(words);
  const text = useWords(profileWords);
  const [name, setName] = useState(passkey.name);
  const rename = useRenamePasskey();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    rename.mutate(
      { id: passkey.id, name: name.trim() },
      { onSuccess: onDone, onError: toastFailure },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          data-autofocus
          label={gate.passkeyName}
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={rename.isPending} disabled={name.trim() === ''}>
            {text.rename}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
