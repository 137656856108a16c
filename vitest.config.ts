import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { Response } from 'miniflare';
import type { Request } from 'miniflare';
import { configDefaults, defineConfig } from 'vitest/config';
import { createDatabaseRouter } from './worker/local/hrana/database-router.ts';
import { migrateFile } from './worker/local/migrate.ts';

// The databases of the tests in workerd: the Worker reaches them through the service binding
// LIBSQL, without a port. See worker/local/testing/setup-worker.ts.
const databases = createDatabaseRouter({ makeTemplate: migrateFile });

async function answerFromDatabase(request: Request): Promise<Response> {
  const { body, ...init } = await databases.answer(request);
  return new Response(body, init);
}

/** A limit no test meets by chance; a test of limits calls the binding of its own. */
const GENEROUS = { limit: 1_000_000, period: 60 as const };

export default defineConfig({
  test: {
    // Two cores must suffice, with a browser beside: few at a time, and patience with each.
    maxWorkers: 2,
    projects: [
      {
        // Tests in workerd have no files: scans and models come as `import … from '…?inline'`.
        assetsInclude: ['**/*.traineddata', '**/*.traineddata.gz', '**/*.tif'],
        plugins: [
          cloudflareTest({
            main: './worker/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                LIBSQL_URL: 'http://default.libsql/',
                PUBLIC_URL: 'http://qalam.test',
                // For tests only; a deployment has its own by `wrangler secret put`.
                AUTH_SECRET: 'a secret for tests, never used outside of them',
              },
              serviceBindings: { LIBSQL: answerFromDatabase },
              ratelimits: {
                SIGN_IN_LIMIT: { namespace_id: '1001', simple: GENEROUS },
                UPLOAD_LIMIT: { namespace_id: '1002', simple: GENEROUS },
              },
            },
          }),
        ],
        test: {
          name: 'worker',
          // For what hangs. How long something takes is measured by the bench, and a busy machine is not a fault.
          testTimeout: 120_000,
          // Each file has a database of its own (setupFiles); loading the Worker anew for each takes most of the time.
          isolate: false,
          // Starting the OCR engine takes seconds on a busy machine.
          hookTimeout: 120_000,
          include: ['worker/**/*.test.ts'],
          // Of worker/local only testing/ runs in workerd.
          exclude: [
            ...configDefaults.exclude,
            'worker/local/!(testing)/**',
            'worker/local/*.test.ts',
            '**/*.node.test.ts',
          ],
          setupFiles: ['./worker/local/testing/setup-worker.ts'],
        },
      },
      {
        test: {
          name: 'node',
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          include: [
            'worker/local/**/*.test.ts',
            'fixtures/**/*.test.ts',
            'worker/**/*.node.test.ts',
            'web/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, 'web/e2e/**', 'worker/local/testing/**'],
        },
      },
      {
        test: {
          name: 'e2e',
          // After all others: a browser needs the machine for itself.
          sequence: { groupOrder: 2 },
          include: ['web/e2e/**/*.test.ts'],
          globalSetup: ['./web/e2e/services.ts'],
          // The files of one process share its service and its browser; each file begins with a fresh database.
          isolate: false,
          // What is waited for is waited for long enough, as Playwright does; a second is over soon on a busy machine.
          expect: { poll: { timeout: 45_000 } },
          // A browser on a busy machine may miss a deadline once; what is broken is broken twice.
          retry: 1,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
