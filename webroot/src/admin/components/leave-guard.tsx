import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { askBeforeLeaving } from '@/admin/lib/leaving';

/** Asks before what was typed is lost: inside the admin, by signing out, and when the window closes. */
export function LeaveGuard({ dirty }: { dirty: boolean }) {
  const words = useWords(common);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const stopAsking = askBeforeLeaving((by) => {
      setLeave(() => by);
    });
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      stopAsking();
      window.removeEventListener('beforeunload', warn);
    };
  }, [dirty]);
  const stay = () => {
    setLeave(null);
    blocker.reset?.();
  };
  const go = () => {
    setLeave(null);
    (leave ?? blocker.proceed)?.();
  };
  const opened = leave !== null || blocker.state === 'blocked';
  return (
    <Modal opened={opened} onClose={stay} title={words.leaveTitle}>
      <Stack>
        <Text size="sm">{words.leaveText}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={go}>
            {words.leave}
          </Button>
          <Button data-autofocus onClick={stay}>
            {words.stay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
