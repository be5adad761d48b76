import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';

interface ConfirmByNameProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  name: string;
  action: string;
  busy: boolean;
  onConfirm: () => void;
}

/** For what cannot be undone: the name has to be typed. */
export function ConfirmByName(props: ConfirmByNameProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      <TypedName {...props} />
    </Modal>
  );
}

function TypedName({ name, action, busy, onClose, onConfirm, children }: ConfirmByNameProps) {
  const words = useWords(common);
  const [typed, setTyped] = useState('');
  const right = typed.trim() === name;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (right) onConfirm();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" component="div">
          {children}
        </Text>
        <TextInput
          data-autofocus
          label={words.typeToConfirm(name)}
          value={typed}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" color="red" disabled={!right} loading={busy}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
