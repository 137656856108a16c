import { probeBytes } from './probe.ts';
import { isModelName } from './models.ts';
import { readPage } from './read-page.ts';

// What the benchmark runs in workerd: the OCR alone, without queue and database.

interface Env {
  MODELS: Fetcher;
}

export default {
  /**
   * POST a scan to `/?models=kaz+uig`, which are then the only ones, or to `/?models=qalam_arab&free`, as the service
   * does for an issue for which nobody chose; the answer is the reading or `{code, message}`.
   */
  async fetch(request: Request, env: Env): Promise<Response> {
    const url = new URL(request.url);
    const models = (url.searchParams.get('models') ?? '').split(' ').filter(isModelName);
    const bytes = new Uint8Array(await request.arrayBuffer());
    try {
      const result = await readPage({
        bytes,
        probe: await probeBytes(bytes),
        models,
        chosen: !url.searchParams.has('free'),
        loadModel: async (name) =>
          new Uint8Array(await (await env.MODELS.fetch(`http://models/${name}`)).arrayBuffer()),
      });
      return Response.json(result);
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      return Response.json({ code: code ?? 'crash', message }, { status: 422 });
    }
  },
} satisfies ExportedHandler<Env>;
