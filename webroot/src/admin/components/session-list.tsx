import { Button, Group, Stack, Text } from '@mantine/core';
import { deviceName } from '@/admin/lib/device';
import { useWords } from '@/admin/lib/i18n';
import type { Schema } from '@/admin/schema';
import { RelativeTime } from './relative-time';
import { sessionWords } from './session-words';
import { StatusBadge } from './status-badge';

interface SessionListProps {
  sessions: Schema<'Session'>[];
  busy: string | undefined;
  onEnd: (id: string) => void;
}

/** The open sessions of one person. */
export function SessionList({ sessions, busy, onEnd }: SessionListProps) {
  const text = useWords(sessionWords);
  if (sessions.length === 0) return <Text size="sm">{text.none}</Text>;
  return (
    <Stack component="ul" gap="sm" m={0} p={0} className="plain-list">
      {sessions.map((session) => {
        const device = deviceName(session.agent);
        return (
          <Group component="li" key={session.id} justify="space-between" gap="sm">
            <div>
              <Group gap="xs">
                <Text size="sm" fw={500} title={session.agent}>
                  {device}
                </Text>
                {session.current && <StatusBadge tone="green">{text.thisOne}</StatusBadge>}
              </Group>
              <Text size="sm" c="dimmed" component="div">
                {session.client} ·{' '}
                {session.methods.map((name) => text.methodNames[name]).join(', ')} · {text.active}{' '}
                <RelativeTime at={session.activeAt} />
              </Text>
            </div>
            {!session.current && (
              <Button
                size="xs"
                variant="default"
                aria-label={text.endOf(device)}
                loading={busy === session.id}
                onClick={() => {
                  onEnd(session.id);
                }}
              >
                {text.end}
              </Button>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}
