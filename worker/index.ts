/** What Cloudflare calls: requests, queue batches, the clock. */
import { app } from './app.ts';
import type { Env, OcrMessage, TextMessage, TileMessage } from './env.ts';
import { buryDeadLetters, consumeOcr } from './ocr/consume.ts';
import { consumeTiles } from './ocr/consume-tile.ts';
import { runScheduled } from './scheduled.ts';
import { consumeText } from './suggestions/consume.ts';

export default {
  fetch: app.fetch,
  async queue(batch, env) {
    // A queue holds messages of its own kind (wrangler.toml).
    if (batch.queue === 'qalam-text') await consumeText(batch as MessageBatch<TextMessage>, env);
    else if (batch.queue === 'qalam-tiles') await consumeTiles(batch as MessageBatch<TileMessage>, env);
    else if (batch.queue === 'qalam-ocr-dead')
      await buryDeadLetters(batch as MessageBatch<OcrMessage | TileMessage>, env);
    else await consumeOcr(batch as MessageBatch<OcrMessage>, env);
  },
  async scheduled(controller, env) {
    await runScheduled(env, controller.scheduledTime);
  },
} satisfies ExportedHandler<Env, OcrMessage | TileMessage | TextMessage>;
