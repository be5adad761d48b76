import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'vite';
import { noCycles } from './no-cycles.ts';

const outDir = 'dist/render';
const stringRenderer = 'react-dom-server-legacy.browser.production.js';

/**
 * Builds what the server needs to write pages, apart from what it serves: the components as one
 * script without imports, and the document they are put into.
 */
export function serverBundle(template: string): Plugin {
  return {
    name: 'server-bundle',
    enforce: 'post',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const document = bundle[template];
      if (document?.type !== 'asset') this.error(`The build made no ${template} to fill.`);
      Reflect.deleteProperty(bundle, template);
      await buildScript();
      writeFileSync(join(outDir, 'document.html'), document.source);
    },
  };
}

async function buildScript(): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [stringsOnly()],
    resolve: { tsconfigPaths: true },
    ssr: { noExternal: true, target: 'webworker' },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ssr: 'src/entry-java.ts',
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      minify: true,
      target: 'es2022',
      rolldownOptions: {
        ...noCycles,
        output: { format: 'iife', entryFileNames: 'entry-server.js' },
      },
    },
  });
}

/** Takes the part of React's server that makes text and needs no streams, channels or encoders. */
function stringsOnly(): Plugin {
  const server = createRequire(import.meta.url).resolve('react-dom/server');
  return {
    name: 'strings-only',
    enforce: 'pre',
    resolveId: (id) =>
      id === 'react-dom/server' ? join(dirname(server), 'cjs', stringRenderer) : null,
  };
}
