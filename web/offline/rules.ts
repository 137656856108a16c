/** Which requests are answered without a connection, and by which shelf. Knows no browser. */

/**
 * `app`: a view, all of which are one document; `file`: code and style; `engine`, `model`: what reads in the browser;
 * `session`: who is signed in; `page`: a page of a periodical with its text and scan, or an earlier version of it.
 */
export type Rule = 'app' | 'file' | 'engine' | 'model' | 'session' | 'page';

/** Addresses that the service answers itself. */
const SERVICE = /^\/(api|docs|health)(\/|$)/;
const PAGE = /^\/api\/v1\/(pages\/([\w-]+)(\/[\w-]+)*|revisions\/[\w-]+)$/;
export const SESSION = '/api/auth/get-session';

/** @returns null for what goes to the service as ever */
export function ruleFor(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
): Rule | null {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return null;
  const { pathname } = address;
  if (mode === 'navigate') return SERVICE.test(pathname) ? null : 'app';
  if (pathname.startsWith('/assets/')) return 'file';
  if (pathname.startsWith('/reading/')) return 'engine';
  if (pathname.startsWith('/models/')) return 'model';
  if (pathname === SESSION) return 'session';
  return PAGE.test(pathname) ? 'page' : null;
}

/** Whether the request signs somebody in or out. */
export function changesSession({ method, url }: Pick<Request, 'method' | 'url'>): boolean {
  return method !== 'GET' && new URL(url).pathname.startsWith('/api/auth/');
}

/**
 * The pages that give way to newer ones.
 * @param urls what is kept, the oldest first
 * @param drafted pages with text that only this device has: they stay
 */
export function pagesToThrowAway(
  urls: readonly string[],
  drafted: ReadonlySet<string>,
  limit: number,
): ReadonlySet<string> {
  const opened = urls.filter(isRecord).map((url) => pageOf(url)!);
  return new Set(opened.slice(0, Math.max(0, opened.length - limit)).filter((page) => !drafted.has(page)));
}

/** Whether the address is that of the page itself, and not of a part of it. */
export function isRecord(url: string): boolean {
  return new URL(url).pathname === `/api/v1/pages/${pageOf(url)}`;
}

/** The page that an address of the rule `page` belongs to; undefined for a version, which names none. */
export function pageOf(url: string): string | undefined {
  return PAGE.exec(new URL(url).pathname)?.[2];
}
