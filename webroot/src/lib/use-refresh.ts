import { useCallback, useEffect, useRef } from 'react';

export type Task = (signal: AbortSignal) => Promise<void>;

/** Runs a task now and again, but only while the page is visible; returns a way to run it at once. */
export function useRefresh(task: Task, everyMillis: number): () => void {
  const running = useRef<() => void>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = new AbortController();

    const stop = () => {
      clearTimeout(timer);
      current.abort();
    };
    const run = () => {
      stop();
      if (document.visibilityState === 'hidden') return;
      const { signal } = (current = new AbortController());
      void task(signal).finally(() => {
        if (!signal.aborted) timer = setTimeout(run, everyMillis);
      });
    };

    running.current = run;
    document.addEventListener('visibilitychange', run);
    run();
    return () => {
      document.removeEventListener('visibilitychange', run);
      stop();
    };
  }, [task, everyMillis]);

  return useCallback(() => running.current?.(), []);
}
