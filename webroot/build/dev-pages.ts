import { readFileSync } from 'node:fs';
import type { Plugin, ViteDevServer } from 'vite';

interface View {
  kind: string;
  path: string;
  frame: unknown;
  page?: unknown;
}

interface EntryServer {
  render: (view: View) => { language: string; head: string; body: string };
}

interface Stories {
  storyAt: (path: string) => View;
}

const isAdmin = /^\/admin(\/|$)/;
const notPages = /^\/(@|src|node_modules|api|docs|assets|art|media)|\.[a-z0-9]+$/i;

/** Renders the pages of a running API on the server, with the source as it is now; samples at /stories. */
export function devPages(api: string): Plugin {
  return {
    name: 'dev-pages',
    apply: 'serve',
    configureServer(server) {
      return () => {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost');
          if (notPages.test(pathname) && !isAdmin.test(pathname)) {
            next();
            return;
          }
          const page = isAdmin.test(pathname)
            ? adminAt(server, pathname)
            : pageAt(server, api, pathname);
          page.then(
            ({ status, html }) => {
              response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
              response.end(html);
            },
            (failure: unknown) => {
              if (failure instanceof Error) server.ssrFixStacktrace(failure);
              next(failure);
            },
          );
        });
      };
    },
  };
}

async function adminAt(server: ViteDevServer, path: string) {
  const html = await server.transformIndexHtml(path, readFileSync('admin.html', 'utf8'));
  return { status: 200, html };
}

async function pageAt(server: ViteDevServer, api: string, path: string) {
  const { render } = (await server.ssrLoadModule('/src/entry-server.tsx')) as EntryServer;
  const view = /^(\/de)?\/stories(\/|$)/.test(path)
    ? await storyAt(server, path)
    : await viewFrom(api, path);
  const page = render(view);
  const data = JSON.stringify(view).replaceAll('<', String.raw`\u003c`);
  const template = await server.transformIndexHtml(path, readFileSync('index.html', 'utf8'));
  const html = template
    .replace('<html lang="en">', () => `<html lang="${page.language}">`)
    .replace('<!--head-->', () => page.head)
    .replace('<!--body-->', () => page.body)
    .replace('<!--view-->', () => data);
  return { status: view.kind === 'notFound' ? 404 : 200, html };
}

async function storyAt(server: ViteDevServer, path: string): Promise<View> {
  const stories = (await server.ssrLoadModule('/src/features/pages/testing/stories.ts')) as Stories;
  return stories.storyAt(path);
}

async function viewFrom(api: string, path: string): Promise<View> {
  const locale = /^\/de(\/|$)/.test(path) ? 'de' : 'en';
  const bare = path.replace(/^\/de(?=\/|$)/, '').replace(/^\/|\/$/g, '');
  const address = bare === '' ? '~' : bare.split('/').join('~');
  const [frame, page] = await Promise.all([
    ask(`${api}/api/v1/frame/${locale}`),
    ask(`${api}/api/v1/pages/${locale}/${address}`),
  ]);
  const surrounding = (await frame.json()) as unknown;
  const shown = { path, frame: surrounding };
  if (!page.ok) return { ...shown, kind: page.status < 500 ? 'notFound' : 'error' };
  const found = (await page.json()) as unknown;
  return { ...shown, kind: 'page', page: found };
}

async function ask(address: string): Promise<Response> {
  try {
    return await fetch(address, { signal: AbortSignal.timeout(8000) });
  } catch (failure) {
    throw new Error(
      `Nothing answers at ${address}. Start the server with mvn, or say with API_ORIGIN where it runs.`,
      { cause: failure },
    );
  }
}
