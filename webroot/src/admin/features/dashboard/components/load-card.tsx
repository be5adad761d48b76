import { Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Figures } from '@/admin/components/figures';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { useGetPerformance } from '@/admin/lib/requests/get-performance';
import { words } from '../words';

const Trend = lazy(async () => ({ default: (await import('@/admin/components/trend')).Trend }));
const height = 120;

export function LoadCard() {
  const text = useWords(words);
  const format = useFormat();
  const performance = useGetPerformance();
  return (
    <Panel title={text.load}>
      <Loaded query={performance} heights={[120, height]}>
        {({ now, trend }) => (
          <Stack gap="md">
            <Figures
              figures={[
                { label: text.requests, value: format.number(now.requestsPerSecond) },
                { label: text.slowest, value: format.number(now.p95Milliseconds) },
                { label: text.cpu, value: format.percent(now.cpuPercent / 100) },
                { label: text.memory, value: format.percent(now.memoryPercent / 100) },
              ]}
            />
            <Suspense fallback={<Skeleton height={height} />}>
              <Trend
                label={text.trend}
                unit={text.requests}
                points={trend.map((point) => ({ at: point.at, value: point.requestsPerSecond }))}
                height={height}
              />
            </Suspense>
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
