import type { BuildOptions } from 'vite';

type Options = NonNullable<BuildOptions['rolldownOptions']>;

/** Fails the build where files of ours import each other in a circle; packages may. */
export const noCycles: Pick<Options, 'checks' | 'onLog'> = {
  checks: { bundlerTimings: false, circularDependency: true },
  onLog(level, log, say) {
    if (log.code !== 'CIRCULAR_DEPENDENCY') say(level, log);
    else if (log.ids?.some((id) => !id.includes('node_modules'))) throw new Error(log.message);
  },
};
