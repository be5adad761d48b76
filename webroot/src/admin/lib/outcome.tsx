import { Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { common } from '@/admin/common';
import { currentLocale } from './i18n';
import { toastDone } from './toast';

export interface Refusal {
  name: string;
  why: string;
}

const named = 5;
const time = 20_000;

/** Says what came of doing something with many at once, and for whom it was refused and why. */
export function toastOutcome(message: string, done: number, refusals: readonly Refusal[]): void {
  if (refusals.length === 0) {
    toastDone(message);
    return;
  }
  const more = refusals.length - named;
  notifications.show({
    title: message,
    color: done === 0 ? 'red' : 'yellow',
    autoClose: time,
    message: (
      <Stack gap={4}>
        {refusals.slice(0, named).map(({ name, why }, index) => (
          <Text key={index} size="sm">
            {name}: {why}
          </Text>
        ))}
        {more > 0 && <Text size="sm">{common[currentLocale()].andMore(more)}</Text>}
      </Stack>
    ),
  });
}
