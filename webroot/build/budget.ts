import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

/** Prints the gzipped script size of each page and stops the build when a page is over its kilobytes. */
export function budget(kilobytes: Record<string, number>): Plugin {
  return {
    name: 'budget',
    enforce: 'post',
    apply: 'build',
    writeBundle(_options, bundle) {
      for (const [page, limit] of Object.entries(kilobytes)) {
        const entry = Object.values(bundle).find(
          (file) =>
            file.type === 'chunk' &&
            file.isEntry &&
            file.facadeModuleId?.endsWith(`/webroot/${page}`),
        );
        if (entry?.type !== 'chunk') this.error(`${page} has no script to weigh.`);
        const size = weigh(entry, bundle) / 1024;
        const line = `${page}: ${size.toFixed(1)} of ${limit} KB of script (gzip)`;
        if (size > limit) this.error(`${line}: over its budget.`);
        process.stdout.write(`${line}\n`);
      }
    },
  };
}

function weigh(entry: Rollup.OutputChunk, bundle: Rollup.OutputBundle): number {
  const seen = new Set<string>();
  const visit = (fileName: string): number => {
    const file = bundle[fileName];
    if (file?.type !== 'chunk' || seen.has(fileName)) return 0;
    seen.add(fileName);
    return gzipSync(file.code).length + file.imports.reduce((sum, next) => sum + visit(next), 0);
  };
  return visit(entry.fileName);
}
