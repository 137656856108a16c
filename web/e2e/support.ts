/**
 * What every end-to-end test stands on: the real service with a fresh database for each file (services.ts), real
 * Chromium, signing in, uploading and waiting for the reading, and axe.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { expect, inject, vi } from 'vitest';
import type { Issue } from '../../worker/shapes/issues.ts';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import type { Stats } from '../../worker/shapes/search.ts';
import { expectAccessible } from './axe.ts';
import { closeWindows, launchBrowser, openWindow, putBack } from './browser.ts';
import type { ServiceOfFile } from './services.ts';

export { expectAccessible };

export const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

export type Account = 'volunteer' | 'volunteer2' | 'reviewer' | 'admin';
export type Language = 'en' | 'ru' | 'kk';

interface Visit {
  account?: Account;
  language?: Language;
  scheme?: 'light' | 'dark';
  width?: number;
  height?: number;
}

interface ApiOptions {
  as?: Account;
  body?: unknown;
  ifMatch?: string;
}

export interface Qalam {
  url: string;
  browser: Browser;
  /** A window of its own, with its own cookies and storage. Errors in its console fail `stop`. */
  open: (path: string, visit?: Visit) => Promise<Page>;
  /** Signs in anew in a window whose session has ended. */
  signInAgain: (page: Page, account: Account) => Promise<void>;
  /** Closes a window of `open`. Sooner than `page.context().close()`, since the next may use what its browser has cached. */
  close: (page: Page) => Promise<void>;
  /** A request with the API key of an account. @throws when the answer is not 2xx. */
  api: <T>(method: string, path: string, options?: ApiOptions) => Promise<T>;
  /** A sample issue in this language, by its id. @throws when there is none */
  issueIn: (language: string) => Promise<string>;
  /** Uploads a scan over the API and waits until it is read (or has failed). */
  uploadAndRead: (issue: string, file: string) => Promise<PageRecord>;
  waitUntilRead: (page: string) => Promise<PageRecord>;
  /** Saves a transcription over the API on top of the revision with this ETag. */
  save: <T>(page: string, body: unknown, etag: string, as: Account) => Promise<T>;
  stop: () => Promise<void>;
}

/** A service with a fresh database, and the browser. Both are those of this process: see services.ts and browser.ts. */
export async function startQalam(): Promise<Qalam> {
  const service = await beginWithService();
  const browser = await launchBrowser();
  const faults: string[] = [];

  const signInAgain = async (page: Page, account: Account) => {
    const { email, password } = service.accounts[account];
    const response = await page.context().request.post(`${service.url}/api/auth/sign-in/email`, {
      data: { email, password },
      headers: { origin: service.url },
    });
    if (!response.ok())
      throw new Error(`${account} could not sign in: ${response.status()} ${await response.text()}`);
    // Signing out ended the session that later windows of this account would be given.
    const cookie = response.headersArray().find(({ name }) => name.toLowerCase() === 'set-cookie');
    service.sessions[account] = cookie!.value.split(';', 1)[0]!;
  };

  const open = async (path: string, visit: Visit = {}) => {
    const session = visit.account && service.sessions[visit.account];
    const page = await openWindow(browser, service.url, { ...visit, session });
    page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
    page.on('console', (message) => {
      // Chromium reports every refused request as an error; the views show those in words.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
        faults.push(`${path}: ${message.text()}`);
    });
    await page.goto(service.url + path);
    return page;
  };

  const api: Qalam['api'] = async (method, path, { as, body, ifMatch } = {}) => {
    const form = body instanceof FormData;
    const response = await fetch(`${service.url}/api/v1${path}`, {
      method,
      headers: {
        ...(as ? { authorization: `Bearer ${service.keys[as]}` } : {}),
        ...(ifMatch ? { 'if-match': ifMatch } : {}),
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as never;
  };

  const waitUntilRead = async (id: string) => {
    let page: PageRecord | undefined;
    const isRead = async () => {
      page = await api<PageRecord>('GET', `/pages/${id}`);
      return page.status !== 'queued' && page.status !== 'reading' && page;
    };
    try {
      return await vi.waitUntil(isRead, { timeout: 100_000, interval: 100 });
    } catch (cause) {
      throw new Error(`Page ${id} is still ${page?.status}: ${JSON.stringify(page?.job)}`, { cause });
    }
  };

  /** What one file leaves in the queue must not meet the database of the next. */
  const untilNothingIsRead = () =>
    vi.waitUntil(
      async () => {
        const { byStatus } = (await api<Stats>('GET', '/stats')).pages;
        return !byStatus['queued'] && !byStatus['reading'];
      },
      { timeout: 100_000, interval: 100 },
    );

  return {
    url: service.url,
    browser,
    open,
    signInAgain,
    close: putBack,
    api,
    waitUntilRead,
    save: (page, body, etag, as) => api('PUT', `/pages/${page}/transcription`, { as, body, ifMatch: etag }),
    issueIn: async (language) => {
      const { items } = await api<{ items: Issue[] }>('GET', '/issues?limit=50');
      const issue = items.find((each) => each.language === language);
      if (!issue) throw new Error(`No sample issue is in ${language}.`);
      return issue.id;
    },
    uploadAndRead: async (issue, file) => {
      const form = new FormData();
      form.append('file', new Blob([await readFile(file)]), basename(file));
      const page = await api<PageRecord>('POST', `/issues/${issue}/pages`, { as: 'volunteer', body: form });
      return waitUntilRead(page.id);
    },
    stop: async () => {
      await closeWindows();
      await untilNothingIsRead();
      if (faults.length > 0) throw new Error(`Errors in the browser:\n${faults.join('\n')}`);
    },
  };
}

async function beginWithService(): Promise<ServiceOfFile> {
  const response = await fetch(`${inject('services')}/${process.env['VITEST_POOL_ID']}`, { method: 'POST' });
  if (!response.ok) throw new Error(`The service could not be started: ${await response.text()}`);
  return (await response.json()) as ServiceOfFile;
}

/** Waits until the view has its final content: its heading is there and nothing says that it is loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null);
}

/** True where something is wider than the window, so that a phone would scroll sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}

/** Where the line in hand is marked on the scan, once it moves no more, in pixels of the window. */
export async function markerAtRest(page: Page) {
  const marker = page.locator('.scan-current');
  await marker.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        let [last, same] = ['', 0];
        const look = () => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const now = [x, y, width, height].join();
          same = now === last ? same + 1 : 0;
          last = now;
          if (same > 3) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  return (await marker.boundingBox())!;
}

/**
 * Clicks in the middle of a place of the scan, by where the line in hand is marked.
 * @param marked box of the line in hand, and @param target box of the place, in pixels of the scan
 */
export async function clickOnScan(page: Page, marked: readonly number[], target: readonly number[]) {
  await page.locator(`.scan-host[data-marked="${marked.join(',')}"]`).waitFor();
  const place = await markerAtRest(page);
  const [x = 0, y = 0, width = 1] = marked;
  const [left = 0, top = 0, targetWidth = 0, targetHeight = 0] = target;
  const scale = place.width / width;
  await page.mouse.click(
    place.x + (left + targetWidth / 2 - x) * scale,
    place.y + (top + targetHeight / 2 - y) * scale,
  );
}

/** Makes the window that is open as wide and as dark as this, without loading its view again. */
export async function look(
  page: Page,
  { width, scheme }: { width: number; scheme: 'light' | 'dark' },
): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
}

const WAYS = [
  { language: 'en', scheme: 'light', width: 1440, contrast: true },
  { language: 'ru', scheme: 'dark', width: 360, contrast: true },
  { language: 'kk', scheme: 'dark', width: 1440, contrast: true },
  { language: 'kk', scheme: 'light', width: 360, contrast: false },
] as const;

/**
 * Looks at the view that is open in the three languages, both colours, wide and narrow, switched as a person would,
 * without loading it again: axe finds nothing in any of them, and nothing scrolls sideways.
 */
export async function expectAccessibleEveryWay(page: Page, where: string): Promise<void> {
  for (const { language, scheme, width, contrast } of WAYS) {
    const way = `${where} in ${language}, ${scheme}, ${width} px`;
    // The choice of language is in the header of a wide window.
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('banner').locator('select').selectOption(language);
    await page.locator(`html[lang=${language}]`).waitFor();
    await look(page, { width, scheme });
    await settled(page);
    await expectAccessible(page, way, { contrast });
    await expect.poll(() => scrollsSideways(page), { message: `${way} scrolls sideways` }).toBe(false);
  }
}
