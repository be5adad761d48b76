import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { common } from '@/admin/common';
import { currentLocale } from './i18n';

const time = 10_000;

/** Says what was done and takes it back when asked to. */
export function toastUndo(message: string, undo: () => void): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    color: 'green',
    autoClose: time,
    message: (
      <Group justify="space-between" gap="sm">
        {message}
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {common[currentLocale()].undo}
        </Button>
      </Group>
    ),
  });
}
