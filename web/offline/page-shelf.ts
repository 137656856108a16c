/** Pages that were opened here, with text and scan, and who is signed in. */
import { isRecord, pageOf, pagesToThrowAway, SESSION } from './rules.ts';
import { fetchAndKeep, freshOrKept, keepCopy, keptAnswer, SHELVES } from './shelf.ts';
import type { FetchEvent } from './worker-scope.ts';

/** How many pages are kept, the last ones that were opened; those with a draft always are. */
const PAGES_KEPT = 20;

/** What never changes comes from the shelf; everything else from the service, if that answers. */
export async function answerPage(event: FetchEvent): Promise<Response> {
  const { url } = event.request;
  const shelf = await caches.open(SHELVES.pages);
  const kept = await keptAnswer(shelf, url);
  if (kept && /immutable/.test(kept.headers.get('cache-control') ?? '')) return kept;
  const fresh = fetchAndKeep(shelf, event.request);
  // From the beginning: an answer that comes late is kept, too, when the kept one has been given long since.
  event.waitUntil(tidyAfter(shelf, url, fresh).catch(() => undefined));
  return freshOrKept(
    fresh.then(({ answer }) => answer),
    kept,
  );
}

async function tidyAfter(shelf: Cache, url: string, fresh: ReturnType<typeof fetchAndKeep>): Promise<void> {
  await (
    await fresh
  ).kept;
  if (isRecord(url)) await throwOldAway(shelf);
}

/** Keeps what a window had fetched before there was anything to keep it. */
export async function keepPage(url: string): Promise<void> {
  const shelf = await caches.open(SHELVES.pages);
  await (
    await fetchAndKeep(shelf, url)
  ).kept;
}

/** Of the session only who it is: what signs requests stays in the cookie. */
export async function answerSession(event: FetchEvent): Promise<Response> {
  const shelf = await caches.open(SHELVES.pages);
  return freshOrKept(freshSession(shelf, event.request), await keptAnswer(shelf, SESSION));
}

export async function keepSession(): Promise<void> {
  await freshSession(await caches.open(SHELVES.pages), SESSION);
}

export async function forgetSession(): Promise<void> {
  await (await caches.open(SHELVES.pages)).delete(SESSION, { ignoreVary: true });
}

async function freshSession(shelf: Cache, request: Request | string): Promise<Response> {
  const answer = await fetch(request);
  if (answer.status === 200) {
    const found = (await answer.clone().json()) as { user?: unknown } | null;
    await keepCopy(shelf, SESSION, Response.json(found?.user ? { user: found.user } : null));
  }
  return answer;
}

async function throwOldAway(shelf: Cache): Promise<void> {
  const urls = (await shelf.keys()).map(({ url }) => url);
  const old = pagesToThrowAway(urls, await pagesWithDrafts(), PAGES_KEPT);
  for (const url of urls) if (old.has(pageOf(url) ?? '')) await shelf.delete(url, { ignoreVary: true });
}

/** Read from where web/features/page/drafts.ts keeps them: `[user, page, revision]` is the key of each. */
async function pagesWithDrafts(): Promise<Set<string>> {
  const database = await new Promise<IDBDatabase | null>((resolve) => {
    const request = indexedDB.open('qalam');
    // There are no drafts yet, and making the database is not for this one.
    request.addEventListener('upgradeneeded', () => request.transaction!.abort());
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => resolve(null));
  });
  if (!database) return new Set();
  const keys = await new Promise<IDBValidKey[]>((resolve) => {
    const request = database.transaction('drafts').objectStore('drafts').getAllKeys();
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => resolve([]));
  });
  database.close();
  return new Set(keys.map((key) => String((key as string[])[1])));
}
