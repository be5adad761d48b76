import '@mantine/charts/styles.css';
import { AreaChart } from '@mantine/charts';
import { Box, Table } from '@mantine/core';
import { useFormat } from '@/admin/lib/format';
import { useAdminLocale } from '@/admin/lib/i18n';
import { trendWords } from './trend-words';

interface TrendProps {
  label: string;
  unit: string;
  points: { at: string; value: number }[];
  height: number;
}

/** A line over time, and the same as a table for those who do not see it. */
export function Trend({ label, unit, points, height }: TrendProps) {
  const text = trendWords[useAdminLocale()];
  const format = useFormat();
  const rows = points.map(({ at, value }) => ({ time: format.time(at), value }));
  return (
    <figure className="trend">
      <Box aria-hidden>
        <AreaChart
          h={height}
          data={rows}
          dataKey="time"
          series={[{ name: 'value', label: unit, color: 'violet.5' }]}
          withDots={false}
          withXAxis={false}
          yAxisProps={{ width: 32 }}
          gridAxis="x"
          areaProps={{ isAnimationActive: false }}
          areaChartProps={{ accessibilityLayer: false }}
          valueFormatter={format.number}
        />
      </Box>
      <figcaption className="visually-hidden">{label}</figcaption>
      <details className="trend__table">
        <summary>{text.asTable}</summary>
        <Table fz="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{text.time}</Table.Th>
              <Table.Th scope="col">{unit}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ time, value }) => (
              <Table.Tr key={time}>
                <Table.Td>{time}</Table.Td>
                <Table.Td>{format.number(value)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}
