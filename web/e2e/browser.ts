/**
 * One Chromium for each of Vitest's processes. A window has its own cookies and storage, empty at first. One that was
 * put back is used again for the same language, because a new one loads and compiles the whole UI anew, seconds of a
 * core, while in one that was here before it comes from the cache, as for everybody who comes a second time.
 */
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { findChromium } from '../../worker/local/chromium.ts';

export interface WindowOptions {
  language?: 'en' | 'ru' | 'kk';
  scheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** A session cookie, as `name=value`. */
  session?: string | undefined;
}

const LOCALES = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' };

/** What a site keeps, apart from cookies and from the cache of HTTP. */
const STORAGE = 'local_storage,indexeddb,cache_storage,service_workers,file_systems';

let browser: Promise<Browser> | undefined;
/** Windows that are not in use, by language, each in a context of its own. */
const idle = new Map<string, Page[]>();
const inUse = new Map<BrowserContext, string>();

/** The browser of this process; Playwright ends it with the process. */
export function launchBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return browser;
}

/** Opens an empty window, which has not been to `origin` before as far as cookies and storage go. */
export async function openWindow(browser: Browser, origin: string, options: WindowOptions): Promise<Page> {
  const { language = 'en', scheme = 'light', width = 1280, height = 900, session } = options;
  const page = idle.get(language)?.pop() ?? (await openNew(browser, language));
  const context = page.context();
  inUse.set(context, language);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme });
  await context.clearCookies();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: STORAGE });
  await devtools.detach();
  if (session) {
    const [name = '', ...value] = session.split('=');
    const cookie = { name, value: value.join('='), url: origin };
    await context.addCookies([{ ...cookie, httpOnly: true, sameSite: 'Lax' }]);
  }
  return page;
}

async function openNew(browser: Browser, language: keyof typeof LOCALES): Promise<Page> {
  const context = await browser.newContext({ locale: LOCALES[language], reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  return page;
}

/** Takes a window back: its listeners, routes and permissions are gone, and the next one to be opened may be it. */
export async function putBack(page: Page): Promise<void> {
  const context = page.context();
  const language = inUse.get(context);
  if (!language) throw new Error('This window was not opened here, or is closed already.');
  inUse.delete(context);
  for (const one of context.pages()) if (one !== page) await one.close();
  for (const event of ['console', 'dialog', 'pageerror'] as const) page.removeAllListeners(event);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await context.clearPermissions();
  await page.goto('about:blank');
  idle.set(language, [...(idle.get(language) ?? []), page]);
}

/** Closes what a failed test left open. */
export async function closeWindows(): Promise<void> {
  for (const context of inUse.keys()) await context.close();
  inUse.clear();
}
