import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const image = /url\("data:image\/svg\+xml;charset=utf-8,((?:[^"\\]|\\.)*)"\)/g;

/** Turns pictures that a stylesheet carries as data: addresses into files, which the pages' policy allows. */
export function dataImages(): Plugin {
  return {
    name: 'data-images',
    enforce: 'post',
    apply: 'build',
    generateBundle(_options, bundle) {
      const extract = (_all: string, escaped: string) => {
        const source = decodeURIComponent(escaped.replaceAll('\\"', '"'));
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
        const fileName = `assets/image-${hash}.svg`;
        this.emitFile({ type: 'asset', fileName, source });
        return `url(/${fileName})`;
      };
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) {
          file.source = file.source.toString().replace(image, extract);
        }
      }
    },
  };
}
