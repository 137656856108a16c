import type { WorkerModule } from '../bundle-worker.ts';

/** The entrypoint that `directEntry` adds. */
export const DIRECT = 'direct';

/**
 * A main module that exports what the Worker's does, and an entrypoint that shares requests out between the Worker
 * and the Static Assets, by the paths of `run_worker_first` in wrangler.toml. Cloudflare does that before a Worker is
 * reached; Miniflare has three Workers of its own one after the other for it, which cost every request some
 * milliseconds.
 * @param main path of the Worker's main module
 * @param workerFirst patterns of paths, in which `*` stands for anything
 */
export function directEntry(main: string, workerFirst: readonly string[]): WorkerModule {
  const patterns = workerFirst.map((pattern) =>
    pattern
      .split('*')
      .map((part) => RegExp.escape(part))
      .join('.*'),
  );
  const source = `
    import worker from ${JSON.stringify(`./${main}`)};
    export default worker;
    const first = new RegExp(${JSON.stringify(`^(?:${patterns.join('|')})$`)});
    export const ${DIRECT} = {
      fetch: (request, env, context) =>
        first.test(new URL(request.url).pathname) ? worker.fetch(request, env, context) : env.ASSETS.fetch(request),
    };`;
  return { type: 'ESModule', path: 'direct.js', contents: new TextEncoder().encode(source) };
}
