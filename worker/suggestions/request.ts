/** Asks for the gazetteer to look at pages, and for readings to be measured: messages for the queue `qalam-text`. */
import type { Env, TextMessage } from '../env.ts';
import { loggable } from '../http/loggable.ts';

type Queue = Pick<Env, 'TEXT_QUEUE'>;

/** After each new text of a page. Where the queue does not take it, the clock asks again (worker/scheduled.ts). */
export function requestSuggestions(env: Queue, pageId: string): Promise<void> {
  return send(env, { page: pageId });
}

/** After an entity got other names, or was merged: the pages on which they may stand are looked at again. */
export function requestNames(env: Queue, entityId: string): Promise<void> {
  return send(env, { names: entityId });
}

/** After a text was accepted: how well the machine had read the page can now be told. */
export function requestMeasuring(env: Queue, pageId: string): Promise<void> {
  return send(env, { measure: pageId });
}

async function send(env: Queue, message: TextMessage): Promise<void> {
  try {
    await env.TEXT_QUEUE.send(message);
  } catch (error) {
    console.error('the queue did not take', message, loggable(error));
  }
}
