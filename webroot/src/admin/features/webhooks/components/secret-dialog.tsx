import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { ShownOnce } from '@/admin/components/shown-once';
import { useWords } from '@/admin/lib/i18n';
import { words } from '../words';

interface SecretDialogProps {
  secret: string | null;
  onClose: () => void;
}

/** Stays until somebody says that the secret is kept; a stray click does not lose it. */
export function SecretDialog({ secret, onClose }: SecretDialogProps) {
  const text = useWords(words);
  return (
    <Modal
      opened={secret !== null}
      onClose={onClose}
      title={text.secretTitle}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Text size="sm">{text.secretText}</Text>
        <ShownOnce warning={text.secretWarning} label={text.secretTitle} value={secret ?? ''} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{text.secretKept}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
