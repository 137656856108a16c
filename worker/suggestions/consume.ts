/** The consumer of the queue `qalam-text`: a message is a page to be looked at or measured, or an entity whose names changed. */
import { type Database, connect } from '../db/client.ts';
import { findPagesWithNames } from '../db/suggestions.ts';
import type { Env, TextMessage } from '../env.ts';
import { loggable } from '../http/loggable.ts';
import { measureReading } from '../search/measure-reading.ts';
import { suggestPage } from './suggest-page.ts';

/** Pages a message of names is taken to before the next message goes on; also the most that a queue takes at once. */
const PAGES_AT_ONCE = 100;

/** A message may come twice, or late: what is looked at is always the text as it is. */
export async function consumeText(batch: MessageBatch<TextMessage>, env: Env): Promise<void> {
  const db = connect(env);
  for (const message of batch.messages) {
    try {
      if ('page' in message.body) await suggestPage(db, message.body.page);
      else if ('measure' in message.body) await measureReading(db, env.SCANS, message.body.measure);
      else await requestPagesWithNames(db, env, message.body);
      message.ack();
    } catch (error) {
      console.error('text message failed', message.body, loggable(error));
      message.retry();
    }
  }
}

async function requestPagesWithNames(
  db: Database,
  env: Env,
  { names, after = 0 }: Extract<TextMessage, { names: string }>,
): Promise<void> {
  const found = await findPagesWithNames(db, names, after, PAGES_AT_ONCE);
  const last = found.at(-1);
  if (!last) return;
  await env.TEXT_QUEUE.sendBatch(found.map(({ page }) => ({ body: { page } })));
  if (found.length === PAGES_AT_ONCE) await env.TEXT_QUEUE.send({ names, after: last.rowid });
}
