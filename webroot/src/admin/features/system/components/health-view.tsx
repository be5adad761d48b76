import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { Figures } from '@/admin/components/figures';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { StatusBadge } from '@/admin/components/status-badge';
import { useFormat } from '@/admin/lib/format';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { useGetHealth } from '@/admin/lib/requests/get-health';
import { useListAlerts } from '@/admin/lib/requests/list-alerts';
import { thresholdName } from '@/admin/part-words';
import { words } from '../words';
import { AlertList } from './alert-list';
import { FeatureList } from './feature-list';
import { ProbeItem } from './probe-item';
import { tones } from './tones';
import './health-view.css';

export function HealthView() {
  const text = useWords(words);
  const locale = useAdminLocale();
  const format = useFormat();
  const health = useGetHealth();
  const alerts = useListAlerts();
  return (
    <Loaded query={health} heights={[60, 300, 200]}>
      {({ status, core, external, features, thresholds }) => (
        <Stack>
          <Group gap="sm" role="status">
            <StatusBadge tone={tones[status]}>{text.status[status]}</StatusBadge>
            <Text size="sm">{text.statusText[status]}</Text>
          </Group>
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Stack>
              <Panel title={text.alerts}>
                <Loaded query={alerts}>{({ items }) => <AlertList alerts={items} />}</Loaded>
              </Panel>
              <Panel title={text.features}>
                <FeatureList features={features} />
              </Panel>
              <Panel title={text.thresholds}>
                <Figures
                  figures={Object.entries(thresholds).map(([name, value]) => ({
                    label: thresholdName(name, locale),
                    value: format.number(value),
                  }))}
                />
              </Panel>
            </Stack>
            <Stack>
              <Panel title={text.core}>
                <ul className="probes">
                  {core.map((probe) => (
                    <ProbeItem key={probe.name} probe={probe} />
                  ))}
                </ul>
              </Panel>
              <Panel title={text.external}>
                {external.length === 0 && <Text size="sm">{text.noExternal}</Text>}
                <ul className="probes">
                  {external.map((probe) => (
                    <ProbeItem key={probe.name} probe={probe} />
                  ))}
                </ul>
              </Panel>
            </Stack>
          </SimpleGrid>
        </Stack>
      )}
    </Loaded>
  );
}
