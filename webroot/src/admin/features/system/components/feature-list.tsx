import { Group, Stack, Text } from '@mantine/core';
import { StatusBadge } from '@/admin/components/status-badge';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import type { HealthTree } from '@/admin/lib/requests/get-health';
import { effectOf, partName } from '@/admin/part-words';
import { words } from '../words';
import { tones } from './tones';

/** What visitors and staff can do right now, and why not where they cannot. */
export function FeatureList({ features }: { features: HealthTree['features'] }) {
  const text = useWords(words);
  const locale = useAdminLocale();
  return (
    <ul className="probes">
      {features.map(({ name, status, because, effect }) => (
        <Stack component="li" gap={4} key={name} className="probe">
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text fw={600}>{partName(name, locale)}</Text>
            <StatusBadge tone={tones[status]}>
              {status === 'up' ? text.works : text.probe[status]}
            </StatusBadge>
          </Group>
          {status !== 'up' && (
            <Text size="sm">
              {text.feel} {effectOf(name, effect, locale)}{' '}
              {text.because(because.map((part) => partName(part, locale)).join(', '))}
            </Text>
          )}
        </Stack>
      ))}
    </ul>
  );
}
