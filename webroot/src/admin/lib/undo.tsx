import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { common } from '@/admin/common';
import { currentLocale } from './i18n';
import { toastDone, toastFailure } from './toast';

const time = 10_000;

/** Says what was done, takes it back when asked to and says how that went, wherever one is by then. */
export function toastUndo(message: string, undone: string, undo: () => Promise<unknown>): void {
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
            undo().then(() => {
              toastDone(undone);
            }, toastFailure);
          }}
        >
          {common[currentLocale()].undo}
        </Button>
      </Group>
    ),
  });
}
