import { Group, Stack, Text } from '@mantine/core';

interface FiguresProps {
  figures: { label: string; value: string }[];
}

/** A few numbers with their names. */
export function Figures({ figures }: FiguresProps) {
  return (
    <Stack component="dl" gap="xs" m={0}>
      {figures.map(({ label, value }) => (
        <Group key={label} justify="space-between" gap="md" wrap="nowrap">
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} fw={600} className="figure">
            {value}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
