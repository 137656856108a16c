/** What Cloudflare calls: requests, queue batches, the clock. */
import { app } from './app.ts';
import type { Env, OcrMessage } from './env.ts';
import { buryDeadLetters, consumeOcr } from './ocr/consume.ts';
import { runScheduled } from './scheduled.ts';

export default {
  fetch: app.fetch,
  async queue(batch, env) {
    if (batch.queue === 'qalam-ocr-dead') await buryDeadLetters(batch, env);
    else await consumeOcr(batch, env);
  },
  async scheduled(controller, env) {
    await runScheduled(env, controller.scheduledTime);
  },
} satisfies ExportedHandler<Env, OcrMessage>;
