/** The document of all views, with the code that it needs: kept together, so that they fit. */
import { filesToKeep, type Manifest } from './app-files.ts';
import { fetchAndKeep, freshOrKept, isDocument, keepCopy, keptAnswer, SHELVES } from './shelf.ts';
import type { FetchEvent } from './worker-scope.ts';

/** The one document, whatever view was asked for. */
const DOCUMENT = '/';

/** A view: the document as the service gives it, or the kept one. */
export async function answerView(event: FetchEvent): Promise<Response> {
  const shelf = await caches.open(SHELVES.app);
  return freshOrKept(freshView(event), await keptAnswer(shelf, DOCUMENT));
}

/** An address that the service answers itself. */
export async function answerNavigation(event: FetchEvent): Promise<Response> {
  return (await event.preloadResponse) ?? fetch(event.request);
}

async function freshView(event: FetchEvent): Promise<Response> {
  const answer = await answerNavigation(event);
  if (answer.ok && isDocument(answer)) event.waitUntil(keepApp(answer.clone()).catch(() => undefined));
  return answer;
}

/** Code and style, whose names hold their hash: what is kept is what is wanted. */
export async function answerFile(event: FetchEvent): Promise<Response> {
  const shelf = await caches.open(SHELVES.app);
  return (await keptAnswer(shelf, event.request.url)) ?? fetch(event.request);
}

/** Files that are fetched at the same time: a hundred one by one would take long where each answer is slow to come. */
const AT_ONCE = 6;

let running: Promise<void> = Promise.resolve();

/** Keeps this version of the app, unless it is kept. One after the other. @throws without a connection */
export async function keepApp(document?: Response): Promise<void> {
  const work = () => keepVersion(document);
  running = running.then(work, work);
  return running;
}

async function keepVersion(given?: Response): Promise<void> {
  const shelf = await caches.open(SHELVES.app);
  const document = given ?? (await fetch(DOCUMENT));
  if (!document.ok || !isDocument(document)) return;
  const text = await document.clone().text();
  if (text === (await (await keptAnswer(shelf, DOCUMENT))?.text())) return;
  const manifest = (await (await fetch('/manifest.json', { cache: 'no-cache' })).json()) as Manifest;
  const files = new Set([...filesToKeep(manifest)].map((file) => `/${file}`));
  // Between the two another version was deployed: the next visit keeps that.
  if (!assetsOf(text).every((file) => files.has(file))) return;
  const wanted = [...files];
  while (wanted.length > 0) {
    const all = await Promise.all(wanted.splice(0, AT_ONCE).map(async (file) => keepFile(shelf, file)));
    if (!all.every(Boolean)) return;
  }
  // Last: where this is kept, everything is.
  await keepCopy(shelf, DOCUMENT, document);
  for (const { url } of await shelf.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/assets/') && !files.has(pathname)) await shelf.delete(url);
  }
}

/** False where the service has no such file any more. @throws without a connection */
async function keepFile(shelf: Cache, file: string): Promise<boolean> {
  if (await keptAnswer(shelf, file)) return true;
  const { answer, kept } = await fetchAndKeep(shelf, file);
  await kept;
  return answer.ok;
}

/** Files that a document names. */
function assetsOf(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
}
