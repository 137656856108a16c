/** How the web UI is built: plain Vite, Preact's JSX, one chunk per route. `web/build.ts` runs it. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files of the engine that reads in the browser: web/public/_headers lets them compile WebAssembly, and nothing else. */
const READING_ENGINE = /tesseract-core|worker\.min/;

export default defineConfig({
  root: here('.'),
  // oxc's JSX: no babel, no preset. Also where NODE_ENV says otherwise, as in tests: what is tried is what is served.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    // The Content-Security-Policy knows no inline code, and these browsers know modulepreload.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: here('index.html'), 'service-worker': here('offline/service-worker.ts') },
      output: {
        // Its address is its scope, and must stay the same.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        assetFileNames: ({ names }) =>
          names.some((name) => READING_ENGINE.test(name))
            ? 'reading/[name]-[hash][extname]'
            : 'assets/[name]-[hash][extname]',
      },
    },
    // OpenSeadragon alone is bigger than the default; the real limit is checked in bundle-size.test.ts.
    chunkSizeWarningLimit: 600,
  },
  // `npx vite web` against a running `npm start`, for work on the UI with live reload. The paths are
  // patterns because web/api/ lies at /api/ too.
  server: {
    proxy: Object.fromEntries(
      ['^/api/(v1|auth|openapi)', '^/health$', '^/docs'].map((path) => [
        path,
        process.env['QALAM_URL'] ?? 'http://127.0.0.1:8787',
      ]),
    ),
  },
});
