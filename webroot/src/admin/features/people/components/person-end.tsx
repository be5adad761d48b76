import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from 'react-router';
import { ConfirmByName } from '@/admin/components/confirm-by-name';
import { Panel } from '@/admin/components/panel';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { toastUndo } from '@/admin/lib/undo';
import type { Schema } from '@/admin/schema';
import { adminPaths } from '@/config/admin-paths';
import { useActOnPerson } from '../api/act-on-person';
import { useDeletePerson } from '../api/delete-person';
import { usePurgePerson } from '../api/purge-person';
import { personWords } from '../person-words';

/** Delete (and undo it), restore, remove for good. */
export function PersonEnd({ person }: { person: Schema<'Person'> }) {
  const text = useWords(personWords);
  const navigate = useNavigate();
  const [purging, dialog] = useDisclosure();
  const remove = useDeletePerson();
  const act = useActOnPerson();
  const purge = usePurgePerson();
  const { id, name, email, version } = person;
  const deleted = person.state === 'deleted';
  const restore = () => act.mutateAsync({ id, act: 'restore' });
  const restoreNow = () => {
    restore().then(() => {
      toastDone(text.restored(name));
    }, toastFailure);
  };
  const removeNow = () => {
    remove.mutateAsync({ id, version }).then(() => {
      toastUndo(text.deleted(name), text.restored(name), restore);
    }, toastFailure);
  };
  return (
    <Panel title={text.danger}>
      <Stack align="flex-start">
        <Text size="sm">{deleted ? text.purgeText : text.deleteText}</Text>
        {!deleted && (
          <Button color="red" variant="light" loading={remove.isPending} onClick={removeNow}>
            {text.delete}
          </Button>
        )}
        {deleted && (
          <Group gap="xs">
            <Button variant="default" loading={act.isPending} onClick={restoreNow}>
              {text.restore}
            </Button>
            <Button color="red" variant="light" onClick={dialog.open}>
              {text.purge}
            </Button>
          </Group>
        )}
      </Stack>
      <ConfirmByName
        opened={purging}
        onClose={dialog.close}
        title={text.purge}
        name={email}
        action={text.purge}
        busy={purge.isPending}
        onConfirm={() => {
          purge.mutate(
            { id, email },
            {
              onSuccess: () => {
                toastDone(text.purged);
                void navigate(adminPaths.screens.people);
              },
              onError: toastFailure,
            },
          );
        }}
      >
        {text.purgeText}
      </ConfirmByName>
    </Panel>
  );
}
