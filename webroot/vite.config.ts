import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { budget } from './build/budget.ts';
import { dataImages } from './build/data-images.ts';
import { devPages } from './build/dev-pages.ts';
import { noCycles } from './build/no-cycles.ts';
import { precompress } from './build/precompress.ts';
import { serverBundle } from './build/server-bundle.ts';
import { themeScript } from './build/theme-script.ts';

const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3036';
const port = Number(process.env['SITE_PORT'] ?? 8036);

export default defineConfig({
  plugins: [
    react(),
    devPages(api),
    themeScript(),
    dataImages(),
    serverBundle('index.html'),
    precompress('dist/spa'),
    budget({ 'index.html': 90, 'docs/index.html': 500, 'admin.html': 320 }),
  ],
  resolve: { tsconfigPaths: true },
  appType: 'custom',
  server: {
    port,
    strictPort: true,
    proxy: { '/api': api, '/docs': api, '/media': api, '/ws': { target: api, ws: true } },
  },
  build: {
    outDir: 'dist/spa',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // The policy of the pages allows no data: addresses for scripts, styles or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: ['index.html', 'docs/index.html', 'admin.html'],
      ...noCycles,
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    isolate: false,
    setupFiles: ['src/testing/afresh.ts'],
    restoreMocks: true,
    unstubGlobals: true,
  },
});
