import '@/admin/components/table/table.css';
import { Box, Stack, Text } from '@mantine/core';
import { Loaded } from '@/admin/components/loaded';
import { RelativeTime } from '@/admin/components/relative-time';
import { StatusBadge } from '@/admin/components/status-badge';
import { common } from '@/admin/common';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { useMay } from '@/admin/lib/use-session';
import { tickName } from '@/admin/part-words';
import { useListTicks } from '../api/list-ticks';
import { words } from '../words';
import { cadenceInWords } from './cadence';
import { TickActions } from './tick-actions';

/** What happens again and again: the list is short, so it has neither filters nor pages. */
export function TicksView() {
  const text = useWords(words);
  const shared = useWords(common);
  const locale = useAdminLocale();
  const mayManage = useMay('system:manage');
  const ticks = useListTicks();
  return (
    <Loaded query={ticks} heights={[240]}>
      {({ items }) => (
        <Box className="table-frame" role="region" aria-label={text.tabs.ticks} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{text.tick}</th>
                <th scope="col">{text.cadence}</th>
                <th scope="col">{text.next}</th>
                <th scope="col">{text.last}</th>
                <th scope="col">{text.state}</th>
                {mayManage && <th scope="col">{text.actions}</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((tick) => (
                <tr key={tick.name}>
                  <td>
                    <Stack gap={0} py={6}>
                      <Text size="sm" fw={500}>
                        {tickName(tick.name, locale)}
                      </Text>
                      <Text size="xs" c="dimmed" ff="monospace">
                        {tick.name}
                      </Text>
                    </Stack>
                  </td>
                  <td>{cadenceInWords(tick.cadence, locale)}</td>
                  <td>{tick.paused ? '–' : <RelativeTime at={tick.nextAt} />}</td>
                  <td>
                    <RelativeTime at={tick.lastFiredAt} otherwise={shared.never} />
                  </td>
                  <td>
                    <StatusBadge tone={tick.paused ? 'yellow' : 'green'}>
                      {tick.paused ? text.paused : text.planned}
                    </StatusBadge>
                  </td>
                  {mayManage && (
                    <td>
                      <TickActions tick={tick} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Box>
      )}
    </Loaded>
  );
}
