import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Names and what stands behind them. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <Stack component="dl" gap="sm" m={0}>
      {facts.map(({ label, value }) => (
        <Group key={label} justify="space-between" gap="md">
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} size="sm" className="facts__value">
            {value}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
