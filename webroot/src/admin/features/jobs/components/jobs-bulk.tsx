import { Button } from '@mantine/core';
import { useWords } from '@/admin/lib/i18n';
import { toastDone } from '@/admin/lib/toast';
import type { Job } from '../api/list-jobs';
import { useReplayJob } from '../api/replay-job';
import { words } from '../words';

interface JobsBulkProps {
  jobs: Job[];
  onDone: () => void;
}

/** Starts several parked jobs over, one after the other. */
export function JobsBulk({ jobs, onDone }: JobsBulkProps) {
  const text = useWords(words);
  const replay = useReplayJob();
  const all = async () => {
    let done = 0;
    for (const { id } of jobs) {
      try {
        await replay.mutateAsync(id);
        done += 1;
      } catch {
        // Counted as refused below; the list shows why.
      }
    }
    toastDone(text.replayedMany(done, jobs.length - done));
    onDone();
  };
  return (
    <Button size="xs" variant="default" loading={replay.isPending} onClick={() => void all()}>
      {text.replay}
    </Button>
  );
}
