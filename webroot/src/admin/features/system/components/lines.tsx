import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { Box, Group, Table, Text } from '@mantine/core';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { words } from '../words';
import { roundTop } from './scale';
import './lines.css';

export interface Line {
  name: string;
  values: number[];
}

interface LinesProps {
  label: string;
  unit: string;
  times: string[];
  lines: Line[];
  /** How far the axis reaches at least. */
  least: number;
  top?: number;
}

const height = 200;
const quarters = [0, 0.25, 0.5, 0.75, 1];
const looks = [
  { color: 'var(--chart-1)', dash: '0' },
  { color: 'var(--chart-2)', dash: '6 3' },
  { color: 'var(--chart-3)', dash: '2 3' },
];

/** Lines over time, told apart by colour and by dash; the same as a table below. */
export function Lines({ label, unit, times, lines, least, top }: LinesProps) {
  const text = useWords(words);
  const format = useFormat();
  const all = lines.flatMap(({ values }) => values);
  const end = top ?? roundTop(all, least);
  const rows = times.map((at, index) => ({
    time: format.time(at),
    ...Object.fromEntries(lines.map(({ name, values }) => [name, values[index] ?? 0])),
  }));
  const series = lines.map(({ name }, index) => ({
    name,
    color: looks[index % looks.length]?.color ?? '',
    strokeDasharray: looks[index % looks.length]?.dash ?? '',
  }));
  return (
    <figure className="lines">
      <Group gap="md" mb="xs">
        {series
          .slice(0, lines.length > 1 ? undefined : 0)
          .map(({ name, color, strokeDasharray }) => (
            <Group key={name} gap={6} wrap="nowrap">
              <svg width="24" height="8" aria-hidden>
                <line
                  x1="0"
                  y1="4"
                  x2="24"
                  y2="4"
                  stroke={color}
                  strokeWidth="2"
                  strokeDasharray={strokeDasharray}
                />
              </svg>
              <Text size="xs">{name}</Text>
            </Group>
          ))}
        <Text size="xs" c="dimmed">
          {unit}
        </Text>
      </Group>
      <Box aria-hidden>
        <LineChart
          h={height}
          data={rows}
          dataKey="time"
          series={series}
          withDots={false}
          withXAxis={false}
          curveType="linear"
          gridAxis="x"
          yAxisProps={{
            width: 44,
            domain: [0, end],
            ticks: quarters.map((part) => part * end),
            tickFormatter: format.number,
          }}
          lineProps={{ isAnimationActive: false }}
          lineChartProps={{ accessibilityLayer: false }}
          valueFormatter={format.number}
        />
      </Box>
      <figcaption className="visually-hidden">{label}</figcaption>
      <details>
        <summary>{text.asTable}</summary>
        <Box className="lines__table" role="region" aria-label={label} tabIndex={0}>
          <Table fz="xs" stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{text.time}</Table.Th>
                {lines.map(({ name }) => (
                  <Table.Th key={name} scope="col">
                    {name} ({unit})
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {times.map((at, index) => (
                <Table.Tr key={at}>
                  <Table.Th scope="row" fw={400}>
                    {format.time(at)}
                  </Table.Th>
                  {lines.map(({ name, values }) => (
                    <Table.Td key={name}>{format.number(values[index] ?? 0)}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Box>
      </details>
    </figure>
  );
}
