import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

interface EntryServer {
  renderPage: (path: string) => { language: string; head: string; body: string };
}

/** Fills the page template once per path, so that every page reads completely before its script runs. */
export function prerender(files: Record<string, string>): Plugin {
  return {
    name: 'prerender',
    enforce: 'post',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const template = bundle['index.html'];
      if (template?.type !== 'asset') this.error('The build made no index.html to fill.');
      const html = template.source.toString();
      const { renderPage } = await buildEntryServer();
      for (const [path, fileName] of Object.entries(files)) {
        const page = renderPage(path);
        const source = html
          .replace('<html lang="en">', () => `<html lang="${page.language}">`)
          .replace('<!--head-->', () => page.head)
          .replace('<!--body-->', () => page.body);
        if (fileName === 'index.html') template.source = source;
        else this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

async function buildEntryServer(): Promise<EntryServer> {
  const outDir = 'node_modules/.cache/prerender';
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    build: { ssr: 'src/entry-server.tsx', outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  return (await import(pathToFileURL(`${outDir}/entry-server.js`).href)) as EntryServer;
}
