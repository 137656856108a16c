/**
 * Lets people who work go on without a connection: the app, the pages that were opened here with text and scan, and
 * what reads in the browser. The fresh answer always comes first where there is one. Built to /service-worker.js by
 * vite.config.ts; keep-for-later.ts brings it into a browser.
 */
import { answerFile, answerNavigation, answerView, keepApp } from './app-shelf.ts';
import { answerPage, answerSession, forgetSession, keepPage, keepSession } from './page-shelf.ts';
import { answerEngine, answerModel, keepReading } from './reading-shelf.ts';
import { changesSession, type Rule, ruleFor } from './rules.ts';
import { SHELVES } from './shelf.ts';
import { type FetchEvent, type InstallEvent, scope } from './worker-scope.ts';

const ANSWERS: Record<Rule, (event: FetchEvent) => Promise<Response>> = {
  app: answerView,
  file: answerFile,
  engine: answerEngine,
  model: answerModel,
  session: answerSession,
  page: answerPage,
};
/** What is kept although a window had fetched it before this worker was there. */
const KEEPERS: Partial<Record<Rule, (url: string) => Promise<void>>> = {
  engine: keepReading,
  model: keepReading,
  session: keepSession,
  page: keepPage,
};

scope.addEventListener('install', (event) => event.waitUntil(install(event)));
scope.addEventListener('activate', (event) => event.waitUntil(begin()));
scope.addEventListener('fetch', (event) => {
  const rule = ruleFor(event.request, scope.location.origin);
  if (rule) event.respondWith(ANSWERS[rule](event));
  // What was asked for ahead of this worker is not asked for twice.
  else if (event.request.mode === 'navigate') event.respondWith(answerNavigation(event));
  else if (changesSession(event.request)) event.waitUntil(forgetSession());
});
scope.addEventListener('message', (event) => {
  const { keep, claim } = (event.data ?? {}) as { keep?: unknown; claim?: unknown };
  if (claim === true) event.waitUntil(scope.clients.claim());
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep.map(String)));
});

/**
 * What need not come through the worker: the dozens of small files that are asked for when a view is opened, and what
 * writes, which goes to the service in any case and never waits for a worker that is starting.
 */
async function install(event: InstallEvent): Promise<void> {
  const files = { condition: { urlPattern: '/assets/*' }, source: { cacheName: SHELVES.app } };
  const writes = ['POST', 'PUT', 'PATCH', 'DELETE'].map((requestMethod) => ({
    condition: { urlPattern: '/api/v1/*', requestMethod },
    source: 'network' as const,
  }));
  // A browser that does not know it asks the worker for each, with the same answers.
  await event.addRoutes?.([files, ...writes]).catch(() => undefined);
  await scope.skipWaiting();
}

async function begin(): Promise<void> {
  // A navigation need not wait until this worker has started.
  await scope.registration.navigationPreload?.enable();
  // Also for the page that asked for it: its reader starts right after.
  await scope.clients.claim();
  const known = new Set<string>(Object.values(SHELVES));
  for (const name of await caches.keys()) {
    if (name.startsWith('qalam-') && !known.has(name)) await caches.delete(name);
  }
}

/** @param urls what a window has fetched, of any kind: the app with all its files is kept in any case */
async function keepAll(urls: string[]): Promise<void> {
  const works = urls.map(async (url) => {
    const rule = ruleFor({ method: 'GET', mode: 'cors', url }, scope.location.origin);
    if (rule) await KEEPERS[rule]?.(url);
  });
  // What does not come now comes with the next visit.
  await Promise.allSettled([...works, keepApp()]);
}
