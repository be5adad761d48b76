import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Figures } from '@/admin/components/figures';
import { Loaded } from '@/admin/components/loaded';
import { Panel } from '@/admin/components/panel';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { type Performance, useGetPerformance } from '@/admin/lib/requests/get-performance';
import { words } from '../words';

const Lines = lazy(async () => ({ default: (await import('./lines')).Lines }));
const whole = 100;

type Measure = Exclude<keyof Performance['now'], 'at'>;

export function LoadView() {
  const performance = useGetPerformance();
  return (
    <Loaded query={performance} heights={[160, 280, 280]}>
      {(data) => <Measured data={data} />}
    </Loaded>
  );
}

function Measured({ data }: { data: Performance }) {
  const text = useWords(words);
  const format = useFormat();
  const { now } = data;
  const figure = (label: string, value: string) => ({ label, value });
  const ms = (value: number) => text.latency(format.number(value));
  return (
    <Stack>
      <Panel title={text.now}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl">
          <Figures
            figures={[
              figure(text.cpu, format.percent(now.cpuPercent / whole)),
              figure(text.memory, format.percent(now.memoryPercent / whole)),
              figure(text.loops, ms(now.eventLoopLagMilliseconds)),
            ]}
          />
          <Figures
            figures={[
              figure(text.requests, format.number(now.requestsPerSecond)),
              figure(text.errors, format.percent(now.errorPercent / whole)),
              figure(text.connections, format.number(data.activeConnections)),
            ]}
          />
          <Figures
            figures={[
              figure(text.fast, ms(now.p50Milliseconds)),
              figure(text.most, ms(now.p95Milliseconds)),
              figure(text.slow, ms(now.p99Milliseconds)),
            ]}
          />
        </SimpleGrid>
      </Panel>
      {data.trend.length === 0 ? <Text size="sm">{text.noTrend}</Text> : <Trends data={data} />}
    </Stack>
  );
}

function Trends({ data: { trend } }: { data: Performance }) {
  const text = useWords(words);
  const times = trend.map(({ at }) => at);
  const line = (name: string, measure: Measure) => ({
    name,
    values: trend.map((point) => point[measure]),
  });
  const charts = [
    {
      title: text.latencies,
      unit: text.milliseconds,
      least: 1,
      lines: [
        line('p50', 'p50Milliseconds'),
        line('p95', 'p95Milliseconds'),
        line('p99', 'p99Milliseconds'),
      ],
    },
    {
      title: `${text.cpu}, ${text.memory}`,
      unit: text.percent,
      least: whole,
      lines: [line(text.cpu, 'cpuPercent'), line(text.memory, 'memoryPercent')],
    },
    {
      title: text.requests,
      unit: text.requests,
      least: 1,
      lines: [line(text.requests, 'requestsPerSecond')],
    },
    {
      title: text.loops,
      unit: text.milliseconds,
      least: 1,
      lines: [line(text.loops, 'eventLoopLagMilliseconds')],
    },
  ];
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      {charts.map(({ title, unit, least, lines }) => (
        <Panel key={title} title={title}>
          <Suspense fallback={<Skeleton height={250} />}>
            <Lines
              label={text.trendOf(title)}
              unit={unit}
              times={times}
              lines={lines}
              least={least}
            />
          </Suspense>
        </Panel>
      ))}
    </SimpleGrid>
  );
}
