/** The engine and the models that read in the browser, from their first use on. */
import { fetchAndKeep, freshOrKept, keptAnswer, SHELVES } from './shelf.ts';
import type { FetchEvent } from './worker-scope.ts';

/** Names of the engine's files hold their hash: what is kept is what is wanted. */
export async function answerEngine(event: FetchEvent): Promise<Response> {
  const shelf = await caches.open(SHELVES.reading);
  return (await keptAnswer(shelf, event.request.url)) ?? fetchWhole(shelf, event.request);
}

/** A model may be a better one under the same name. */
export async function answerModel(event: FetchEvent): Promise<Response> {
  const shelf = await caches.open(SHELVES.reading);
  const kept = await keptAnswer(shelf, event.request.url);
  const fresh = fetchWhole(shelf, event.request);
  event.waitUntil(fresh.catch(() => undefined));
  return freshOrKept(fresh, kept);
}

/** Keeps what a window had fetched before there was anything to keep it. @throws without a connection */
export async function keepReading(url: string): Promise<void> {
  const shelf = await caches.open(SHELVES.reading);
  if (!(await keptAnswer(shelf, url))) await fetchWhole(shelf, new Request(url));
}

async function fetchWhole(shelf: Cache, request: Request): Promise<Response> {
  const { answer, kept } = await fetchAndKeep(shelf, request);
  await kept;
  await throwOthersAway(shelf, request.url);
  return answer;
}

async function throwOthersAway(shelf: Cache, url: string): Promise<void> {
  for (const { url: old } of await shelf.keys()) {
    if (old !== url && withoutHash(old) === withoutHash(url)) await shelf.delete(old);
  }
}

/** The same file of another build has the same name but for its hash. */
function withoutHash(url: string): string {
  return url.replace(/-[\w-]{8}(?=\.\w+$)/, '');
}
