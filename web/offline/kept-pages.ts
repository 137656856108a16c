/** The shelf of pages (page-shelf.ts) as a window sees it. */

/** As in shelf.ts, which is the service worker's alone. */
const PAGES = 'qalam-pages';

/** The pages that are kept, the one that was opened last first. @throws where the browser keeps nothing */
export async function keptPages(): Promise<string[]> {
  const keys = await (await caches.open(PAGES)).keys();
  return keys.flatMap(({ url }) => /\/pages\/([\w-]+)$/.exec(new URL(url).pathname)?.[1] ?? []).toReversed();
}

/** Throws them all away; false where none are kept. */
export async function giveUpKeptPages(): Promise<boolean> {
  return globalThis.caches?.delete(PAGES).catch(() => false) ?? false;
}
