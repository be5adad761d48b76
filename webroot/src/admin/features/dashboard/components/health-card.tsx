import { Group, Stack, Text } from '@mantine/core';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { StatusBadge } from '@/admin/components/status-badge';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { useGetHealth } from '@/admin/lib/requests/get-health';
import { partName } from '@/admin/part-words';
import { words } from '../words';

const tones = {
  healthy: 'green',
  up: 'green',
  degraded: 'yellow',
  unhealthy: 'red',
  down: 'red',
} as const;

export function HealthCard() {
  const text = useWords(words);
  const locale = useAdminLocale();
  const health = useGetHealth();
  return (
    <Panel title={text.health}>
      <Loaded query={health} heights={[120]}>
        {({ status, core, external }) => (
          <Stack gap="sm">
            <StatusBadge tone={tones[status]}>{text.healthStates[status]}</StatusBadge>
            {[...core, ...external].map((probe) => (
              <Group key={probe.name} justify="space-between" gap="xs">
                <Text size="sm">{partName(probe.name, locale)}</Text>
                <StatusBadge tone={tones[probe.status]}>
                  {text.probeStates[probe.status]}
                </StatusBadge>
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
