import { Button, Drawer, Stack } from '@mantine/core';
import { useState } from 'react';
import { ShownOnce } from '@/admin/components/shown-once';
import { useHeld } from '@/admin/lib/held';
import { useWords } from '@/admin/lib/i18n';
import { words } from '../words';
import { KeyForm } from './key-form';

interface NewKeyProps {
  opened: boolean;
  onClose: () => void;
}

export function NewKey({ opened, onClose }: NewKeyProps) {
  const text = useWords(words);
  const [secret, setSecret] = useState<string | null>(null);
  const held = useHeld(secret !== null);
  const close = () => {
    setSecret(null);
    onClose();
  };
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      title={secret === null ? text.newKey : text.shownTitle}
      {...held}
    >
      {secret === null ? (
        <KeyForm onCreated={setSecret} onCancel={close} />
      ) : (
        <Stack>
          <ShownOnce warning={text.shownText} label={text.shownLabel} value={secret} />
          <Button onClick={close}>{text.kept}</Button>
        </Stack>
      )}
    </Drawer>
  );
}
