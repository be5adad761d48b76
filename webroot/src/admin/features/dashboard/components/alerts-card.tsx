import { Group, Stack, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { EmptyState } from '@/admin/components/empty-state';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { RelativeTime } from '@/admin/components/relative-time';
import { StatusBadge } from '@/admin/components/status-badge';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { useListAlerts } from '@/admin/lib/requests/list-alerts';
import { effectOf, partName } from '@/admin/part-words';
import { words } from '../words';

export function AlertsCard() {
  const text = useWords(words);
  const locale = useAdminLocale();
  const alerts = useListAlerts();
  return (
    <Panel title={text.alerts}>
      <Loaded query={alerts} heights={[120]}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={CircleCheck} title={text.noAlerts} detail={text.noAlertsDetail} />
          ) : (
            <Stack gap="sm">
              {items.map((alert) => (
                <Stack key={alert.name + alert.since} gap={2}>
                  <Group gap="xs">
                    <StatusBadge tone={alert.severity === 'critical' ? 'red' : 'yellow'}>
                      {text.severity[alert.severity]}
                    </StatusBadge>
                    <Text size="xs" c="dimmed" component="span">
                      <RelativeTime at={alert.since} />
                    </Text>
                  </Group>
                  <Text size="sm">
                    {partName(alert.name, locale)}: {effectOf(alert.name, alert.text, locale)}
                  </Text>
                </Stack>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Panel>
  );
}
