import { Group, Stack, Text } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { EmptyState } from '@/admin/components/empty-state';
import { RelativeTime } from '@/admin/components/relative-time';
import { StatusBadge } from '@/admin/components/status-badge';
import { useFormat } from '@/admin/lib/format';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import type { Alert } from '@/admin/lib/requests/list-alerts';
import { effectOf, partName } from '@/admin/part-words';
import { words } from '../words';

export function AlertList({ alerts }: { alerts: Alert[] }) {
  const text = useWords(words);
  const locale = useAdminLocale();
  const format = useFormat();
  if (alerts.length === 0) {
    return <EmptyState icon={CircleCheck} title={text.quiet} detail={text.quietDetail} />;
  }
  return (
    <ul className="probes">
      {alerts.map(({ name, severity, since, value, threshold, text: said }) => (
        <Stack component="li" gap={4} key={name} className="probe">
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text fw={600}>{partName(name, locale)}</Text>
            <StatusBadge tone={severity === 'critical' ? 'red' : 'yellow'}>
              {text.severity[severity]}
            </StatusBadge>
          </Group>
          <Text size="sm">{effectOf(name, said, locale)}</Text>
          <Text size="xs" c="dimmed" component="div">
            {value !== undefined && threshold !== undefined && (
              <>{text.alertValue(format.number(value), format.number(threshold))} · </>
            )}
            {text.changed} <RelativeTime at={since} />
          </Text>
        </Stack>
      ))}
    </ul>
  );
}
