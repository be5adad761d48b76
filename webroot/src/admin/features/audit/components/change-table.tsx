import { Box, Stack, Table, Text } from '@mantine/core';
import { StatusBadge } from '@/admin/components/status-badge';
import { useWords } from '@/admin/lib/i18n';
import type { Entry } from '../api/list-audit';
import { words } from '../words';
import { changesOf } from './changes';

const tones = { added: 'green', removed: 'red', changed: 'yellow' } as const;

export function ChangeTable({ entry }: { entry: Entry }) {
  const text = useWords(words);
  const { changes, unchanged } = changesOf(entry.before, entry.after);
  if (changes.length === 0 && unchanged === 0) return <Text size="sm">{text.noChanges}</Text>;
  return (
    <Stack gap="xs">
      <Box className="changes" role="region" aria-label={text.changes} tabIndex={0}>
        <Table fz="sm" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{text.field}</Table.Th>
              <Table.Th scope="col">{text.before}</Table.Th>
              <Table.Th scope="col">{text.after}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map(({ path, kind, before, after }) => (
              <Table.Tr key={path}>
                <Table.Th scope="row" fw={500}>
                  <Stack gap={4} align="flex-start">
                    {path === '' ? text.whole : path}
                    <StatusBadge tone={tones[kind]}>{text.kinds[kind]}</StatusBadge>
                  </Stack>
                </Table.Th>
                <Table.Td className="changes__value">
                  {before === null ? '–' : <del>{before}</del>}
                </Table.Td>
                <Table.Td className="changes__value">
                  {after === null ? '–' : <ins>{after}</ins>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {unchanged > 0 && (
        <Text size="xs" c="dimmed">
          {text.unchanged(unchanged)}
        </Text>
      )}
    </Stack>
  );
}
