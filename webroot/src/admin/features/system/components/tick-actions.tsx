import { Button, Group } from '@mantine/core';
import { Pause, Play, StepForward } from 'lucide-react';
import { toastUndo } from '@/admin/lib/undo';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import { tickName } from '@/admin/part-words';
import { useChangeTick } from '../api/change-tick';
import type { Tick } from '../api/list-ticks';
import { useRunTick } from '../api/run-tick';
import { words } from '../words';

export function TickActions({ tick }: { tick: Tick }) {
  const text = useWords(words);
  const name = tickName(tick.name, useAdminLocale());
  const change = useChangeTick();
  const run = useRunTick();
  const Icon = tick.paused ? StepForward : Pause;
  const icon = { size: 14, strokeWidth: 1.5, 'aria-hidden': true } as const;
  const resumed = text.wasResumed(name);
  const resume = (from: Tick) => change.mutateAsync({ ...from, paused: false });
  const pause = () => change.mutateAsync({ ...tick, paused: true });
  const toggle = () => {
    if (tick.paused) {
      resume(tick).then(() => {
        toastDone(resumed);
      }, toastFailure);
    } else {
      pause().then((now) => {
        toastUndo(text.wasPaused(name), resumed, () => resume(now));
      }, toastFailure);
    }
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon {...icon} />}
        aria-label={tick.paused ? text.resumeOf(name) : text.pauseOf(name)}
        loading={change.isPending}
        onClick={toggle}
      >
        {tick.paused ? text.resume : text.pause}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Play {...icon} />}
        aria-label={text.runOf(name)}
        loading={run.isPending}
        onClick={() => {
          run.mutate(tick.name, {
            onSuccess: () => {
              toastDone(text.wasRun(name));
            },
            onError: toastFailure,
          });
        }}
      >
        {text.run}
      </Button>
    </Group>
  );
}
