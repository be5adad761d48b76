import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';

export interface Difference {
  label: string;
  yours: string;
  theirs: string;
}

interface StaleNoticeProps {
  differences: Difference[];
  onReload: () => void;
  onKeep: () => void;
}

/** Two people changed the same thing: shows in what, and lets the second one choose. */
export function StaleNotice({ differences, onReload, onKeep }: StaleNoticeProps) {
  const words = useWords(common);
  return (
    <Alert color="yellow" role="alert" title={words.staleTitle}>
      <Stack gap="sm">
        <Text size="sm">{words.staleText}</Text>
        {differences.length > 0 && (
          <Table withRowBorders={false}>
            <Table.Thead>
              <Table.Tr>
                <Table.Td />
                <Table.Th scope="col">{words.yours}</Table.Th>
                <Table.Th scope="col">{words.theirs}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ label, yours, theirs }) => (
                <Table.Tr key={label}>
                  <Table.Th scope="row">{label}</Table.Th>
                  <Table.Td>{yours}</Table.Td>
                  <Table.Td>{theirs}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group gap="xs">
          <Button size="xs" onClick={onReload}>
            {words.reload}
          </Button>
          <Button size="xs" variant="default" onClick={onKeep}>
            {words.staleKeep}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
