import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(html|css|js|json|svg|txt|webmanifest)$/;
const tooSmall = 256;

/** Lays each text file's gzip and brotli forms beside it, so that the server has nothing to compress. */
export function precompress(folder: string): Plugin {
  return {
    name: 'precompress',
    enforce: 'post',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (text.test(name)) compress(join(folder, name));
      }
    },
  };
}

function compress(file: string) {
  const bytes = readFileSync(file);
  if (bytes.length < tooSmall) return;
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeIfSmaller(`${file}.br`, brotliCompressSync(bytes, { params }), bytes.length);
  writeIfSmaller(`${file}.gz`, gzipSync(bytes, { level: 9 }), bytes.length);
}

function writeIfSmaller(file: string, compressed: Buffer, size: number) {
  if (compressed.length < size) writeFileSync(file, compressed);
}
