import { Code, Group, Stack, Text } from '@mantine/core';
import { RelativeTime } from '@/admin/components/relative-time';
import { StatusBadge } from '@/admin/components/status-badge';
import { useFormat } from '@/admin/lib/format';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import type { HealthTree } from '@/admin/lib/requests/get-health';
import { effectOf, partName } from '@/admin/part-words';
import { words } from '../words';
import { pairs } from './details';
import { tones } from './tones';

type Probe = HealthTree['core'][number];

/** One thing the program relies on: how it is, since when, and what it would mean without it. */
export function ProbeItem({ probe }: { probe: Probe }) {
  const text = useWords(words);
  const locale = useAdminLocale();
  const format = useFormat();
  const effect = effectOf(probe.name, probe.effect, locale);
  const found = pairs(probe.details, format);
  return (
    <Stack component="li" gap={4} className="probe">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text fw={600}>
          {partName(probe.name, locale)}
          {probe.core && (
            <Text span size="xs" c="dimmed" fw={400}>
              {' '}
              · {text.essential}
            </Text>
          )}
        </Text>
        <StatusBadge tone={tones[probe.status]}>{text.probe[probe.status]}</StatusBadge>
      </Group>
      {probe.status !== 'up' && effect !== '' && (
        <Text size="sm">
          {text.feel} {effect}
        </Text>
      )}
      <Text size="xs" c="dimmed" component="div">
        {text.latency(format.number(probe.latencyMilliseconds))} · {text.changed}{' '}
        <RelativeTime at={probe.since} />
      </Text>
      {found.length > 0 && (
        <Group gap="xs">
          {found.map(([name, value]) => (
            <Code key={name} className="probe__detail">
              {name}: {value}
            </Code>
          ))}
        </Group>
      )}
    </Stack>
  );
}
