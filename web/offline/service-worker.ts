/**
 * Keeps what reading in the browser needs, so that it works again without a connection: the engine and the models,
 * from their first use on. It answers for nothing else. Built to /service-worker.js by vite.config.ts.
 */

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
/** The library types of a service worker and of a page exclude each other; this is what is used of the former. */
interface ServiceWorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: { readonly origin: string };
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}
const scope = self as unknown as ServiceWorkerScope;

const SHELF = 'qalam-reading';

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
// Also for the page that asked for it: its reader starts right after.
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  // Names of the engine's files hold their hash: what is kept is what is wanted.
  if (pathname.startsWith('/reading/')) event.respondWith(keptOrFetched(request));
  // A model may be a better one under the same name.
  else if (pathname.startsWith('/models/')) event.respondWith(fetchedOrKept(request));
});

async function keptOrFetched(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF);
  return (await shelf.match(request.url)) ?? fetchAndKeep(shelf, request);
}

async function fetchedOrKept(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF);
  try {
    return await fetchAndKeep(shelf, request);
  } catch (error) {
    const kept = await shelf.match(request.url);
    if (kept) return kept;
    throw error;
  }
}

async function fetchAndKeep(shelf: Cache, request: Request): Promise<Response> {
  const response = await fetch(request);
  const isFile = response.ok && !/html/.test(response.headers.get('content-type') ?? '');
  if (!isFile) return response;
  const copy = response.clone();
  // A full device keeps nothing; reading goes on with the connection.
  await keep(shelf, request.url, copy).catch(() => undefined);
  return response;
}

async function keep(shelf: Cache, url: string, response: Response): Promise<void> {
  await shelf.put(url, response);
  for (const { url: old } of await shelf.keys()) {
    if (old !== url && withoutHash(old) === withoutHash(url)) await shelf.delete(old);
  }
}

/** The same file of another build has the same name but for its hash. */
function withoutHash(url: string): string {
  return url.replace(/-[\w-]{8}(?=\.\w+$)/, '');
}
