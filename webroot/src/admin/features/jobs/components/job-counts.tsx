import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { useCountJobs } from '@/admin/lib/requests/count-jobs';
import type { Job } from '../api/list-jobs';
import { words } from '../words';

const states = ['waiting', 'leased', 'parked'] as const;

/** How many jobs are open right now, kept up to date by itself. */
export function JobCounts() {
  const text = useWords(words);
  return (
    <SimpleGrid component="dl" cols={3} m={0} mb="lg" spacing="sm" aria-label={text.counts}>
      {states.map((state) => (
        <JobCount key={state} state={state} />
      ))}
    </SimpleGrid>
  );
}

function JobCount({ state }: { state: Job['state'] }) {
  const text = useWords(words);
  const format = useFormat();
  const { data, isError } = useCountJobs(state);
  return (
    <Paper withBorder radius="md" p="sm" className="panel">
      <Text component="dt" size="xs" c="dimmed">
        {text.states[state]}
      </Text>
      <Text component="dd" m={0} fz="xl" fw={600} className="figure">
        {data === undefined || isError ? '–' : format.number(data)}
      </Text>
      <Text component="dd" m={0} size="xs" c="dimmed" visibleFrom="sm">
        {text.stateHelp[state]}
      </Text>
    </Paper>
  );
}
