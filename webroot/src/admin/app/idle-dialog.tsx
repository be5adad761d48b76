import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useCallback, useRef } from 'react';
import { refresh } from '@/admin/lib/api/refresh';
import { signOut } from '@/admin/lib/api/sign-out';
import { useIdle } from '@/admin/lib/idle';
import { useWords } from '@/admin/lib/i18n';
import { leaveBy } from '@/admin/lib/leaving';
import { useMe } from '@/admin/lib/use-session';
import { words } from './words';

/** Shorter than the minute by which the server outlasts the limit: what it was told is near enough. */
const longestSilence = 50_000;

/** Warns before a session nobody uses ends, and tells the server of work that only the browser sees. */
export function IdleDialog() {
  const text = useWords(words);
  const { idleMinutes } = useMe();
  const told = useRef(0);
  const tell = useCallback(() => {
    if (Date.now() - told.current < Math.min(longestSilence, idleMinutes * 30_000)) return;
    told.current = Date.now();
    refresh(false).catch(() => undefined);
  }, [idleMinutes]);
  const leave = useCallback(() => void signOut('idle'), []);
  const { left, stay } = useIdle(idleMinutes, tell, leave);
  const go = () => {
    stay();
    leaveBy(() => void signOut('left'));
  };
  if (left === null) return null;
  return (
    <Modal opened onClose={stay} title={text.idleTitle}>
      <Stack>
        <Text size="sm">
          {text.idleText(Math.floor(left / 60), String(left % 60).padStart(2, '0'))}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={go}>
            {text.signOut}
          </Button>
          <Button data-autofocus onClick={stay}>
            {text.idleStay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
