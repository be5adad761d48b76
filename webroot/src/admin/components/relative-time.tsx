import { Tooltip } from '@mantine/core';
import { useNow } from '@/admin/lib/clock';
import { useFormat } from '@/admin/lib/format';

interface RelativeTimeProps {
  at: string | null | undefined;
  otherwise?: string;
}

export function RelativeTime({ at, otherwise = '–' }: RelativeTimeProps) {
  const format = useFormat();
  const now = useNow();
  if (at === null || at === undefined) return <span className="dim">{otherwise}</span>;
  return (
    <Tooltip label={format.dateTime(at)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at}>{format.relative(at, now)}</time>
    </Tooltip>
  );
}
