import { Button, Code, Drawer, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Confirm } from '@/admin/components/confirm';
import { Figures } from '@/admin/components/figures';
import { Loaded } from '@/admin/components/loaded';
import { isProblem } from '@/admin/lib/api/problem';
import { useFormat } from '@/admin/lib/format';
import { useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { useMay } from '@/admin/lib/use-session';
import { useCancelJob } from '../api/cancel-job';
import { useGetJob } from '../api/get-job';
import type { Job } from '../api/list-jobs';
import { useReplayJob } from '../api/replay-job';
import { words } from '../words';
import { JobState } from './job-state';

interface JobDrawerProps {
  id: string | null;
  onClose: () => void;
}

export function JobDrawer({ id, onClose }: JobDrawerProps) {
  const text = useWords(words);
  return (
    <Drawer opened={id !== null} onClose={onClose} position="right" size="lg" title={text.title}>
      {id !== null && <JobDetail id={id} onClose={onClose} />}
    </Drawer>
  );
}

function JobDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useWords(words);
  const job = useGetJob(id);
  if (isProblem(job.error, 404)) return <Text size="sm">{text.gone}</Text>;
  return (
    <Loaded query={job} heights={[30, 160, 120]}>
      {(found) => <JobFacts job={found} onClose={onClose} />}
    </Loaded>
  );
}

function JobFacts({ job, onClose }: { job: Job; onClose: () => void }) {
  const text = useWords(words);
  const format = useFormat();
  const at = (moment: string | undefined) => (moment === undefined ? '–' : format.dateTime(moment));
  return (
    <Stack>
      <Group gap="xs">
        <Code fz="sm">{job.kind}</Code>
        <JobState state={job.state} />
      </Group>
      <Figures
        figures={[
          { label: text.due, value: at(job.dueAt) },
          { label: text.created, value: at(job.createdAt) },
          { label: text.parked, value: at(job.parkedAt) },
          {
            label: text.attempts,
            value: text.attemptsOf(format.number(job.attempts), format.number(job.maxAttempts)),
          },
          { label: text.priority, value: text.priorities[job.priority] },
          { label: text.uniqueKey, value: job.uniqueKey ?? '–' },
        ]}
      />
      <Block title={text.error} content={job.lastError} otherwise={text.noError} />
      <Block
        title={text.payload}
        content={job.payload === undefined ? undefined : JSON.stringify(job.payload, null, 2)}
        otherwise={text.payloadHidden}
      />
      <JobActions job={job} onClose={onClose} />
    </Stack>
  );
}

interface BlockProps {
  title: string;
  content: string | undefined;
  otherwise: string;
}

function Block({ title, content, otherwise }: BlockProps) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {content === undefined ? (
        <Text size="sm" c="dimmed">
          {otherwise}
        </Text>
      ) : (
        <Code block className="shown-once" tabIndex={0} role="region" aria-label={title}>
          {content}
        </Code>
      )}
    </Stack>
  );
}

function JobActions({ job, onClose }: { job: Job; onClose: () => void }) {
  const text = useWords(words);
  const replay = useReplayJob();
  const cancel = useCancelJob();
  const [asking, dialog] = useDisclosure();
  if (!useMay('jobs:manage') || job.state === 'leased') return null;
  const finish = (message: string) => ({
    onSuccess: () => {
      toastDone(message);
      onClose();
    },
    onError: toastFailure,
    onSettled: dialog.close,
  });
  return (
    <Group justify="flex-end">
      <Button variant="light" color="red" onClick={dialog.open}>
        {text.cancel}
      </Button>
      <Button
        loading={replay.isPending}
        onClick={() => {
          replay.mutate(job.id, finish(text.replayed));
        }}
      >
        {job.state === 'parked' ? text.replay : text.replayNow}
      </Button>
      <Confirm
        opened={asking}
        onClose={dialog.close}
        title={text.cancelTitle}
        action={text.cancel}
        danger
        busy={cancel.isPending}
        onConfirm={() => {
          cancel.mutate(job, finish(text.cancelled));
        }}
      >
        {text.cancelText}
      </Confirm>
    </Group>
  );
}
