import { Button } from '@mantine/core';
import { isProblem } from '@/admin/lib/api/problem';
import { textOf } from '@/admin/lib/failure';
import { useWords } from '@/admin/lib/i18n';
import { type Refusal, toastOutcome } from '@/admin/lib/outcome';
import { toastFailure } from '@/admin/lib/toast';
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
    const refusals: Refusal[] = [];
    try {
      for (const { id, kind } of jobs) {
        const refusal = await replay.mutateAsync(id).then(() => null, whyRefused);
        if (refusal === null) done += 1;
        else refusals.push({ name: kind, why: refusal });
      }
      onDone();
    } catch (failure) {
      toastFailure(failure);
    }
    if (done + refusals.length > 0) {
      toastOutcome(text.replayedMany(done, refusals.length), done, refusals);
    }
  };
  return (
    <Button size="xs" variant="default" loading={replay.isPending} onClick={() => void all()}>
      {text.replay}
    </Button>
  );
}

/** Where the server cannot be reached, the next job fares no better. */
function whyRefused(failure: unknown): string {
  if (!isProblem(failure)) throw failure;
  const { title, detail } = textOf(failure);
  return detail === '' ? title : detail;
}
