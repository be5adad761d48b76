import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const source = 'src/theme-before-paint.js';

/** Puts the one blocking script into every head: it sets the chosen theme before the first paint. */
export function themeScript(): Plugin {
  let address = `/${source}`;
  return {
    name: 'theme-script',
    buildStart() {
      if (this.environment.config.command !== 'build') return;
      const code = readFileSync(source, 'utf8');
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
      const fileName = `assets/theme-${hash}.js`;
      address = `/${fileName}`;
      this.emitFile({ type: 'asset', fileName, source: code });
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'script', attrs: { src: address }, injectTo: 'head-prepend' }],
    },
  };
}
