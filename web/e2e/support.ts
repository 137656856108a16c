/**
 * What every end-to-end test stands on: the real service on a free port with a folder of its own, real Chromium,
 * signing in, uploading and waiting for the reading, and axe.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { findChromium } from '../../worker/local/chromium.ts';
import { type Service, startService } from '../../worker/local/start/service.ts';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';

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
  /** A request with the API key of an account. @throws when the answer is not 2xx. */
  api: <T>(method: string, path: string, options?: ApiOptions) => Promise<T>;
  /** Uploads a scan over the API and waits until it is read (or has failed). */
  uploadAndRead: (issue: string, file: string) => Promise<PageRecord>;
  waitUntilRead: (page: string) => Promise<PageRecord>;
  /** Saves a transcription over the API on top of the revision with this ETag. */
  save: <T>(page: string, body: unknown, etag: string, as: Account) => Promise<T>;
  stop: () => Promise<void>;
}

/** Starts service and browser; `samples` also uploads the sample scans, without waiting for them. */
export async function startQalam(options: { samples?: boolean } = {}): Promise<Qalam> {
  const data = await mkdtemp(join(tmpdir(), 'qalam-e2e-'));
  const service = await startService({
    data,
    port: 0,
    samples: options.samples ?? false,
    say: () => undefined,
  });
  const browser = await chromium.launch({
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
  const faults: string[] = [];
  const cookies = new Map<Account, Awaited<ReturnType<BrowserContext['cookies']>>>();

  const signedIn = async (context: BrowserContext, account: Account) => {
    let known = cookies.get(account);
    if (!known) {
      await signIn(context, service, account);
      known = await context.cookies();
      cookies.set(account, known);
    }
    await context.addCookies(known);
  };

  const signInAgain = async (page: Page, account: Account) => {
    cookies.delete(account);
    await signedIn(page.context(), account);
  };

  const open = async (path: string, visit: Visit = {}) => {
    const context = await browser.newContext({
      locale: { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' }[visit.language ?? 'en'],
      colorScheme: visit.scheme ?? 'light',
      viewport: { width: visit.width ?? 1280, height: visit.height ?? 900 },
      reducedMotion: 'reduce',
    });
    if (visit.account) await signedIn(context, visit.account);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
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

  const waitUntilRead = async (page: string) => {
    const until = Date.now() + 100_000;
    for (;;) {
      const record = await api<PageRecord>('GET', `/pages/${page}`);
      if (record.status !== 'queued' && record.status !== 'reading') return record;
      if (Date.now() > until)
        throw new Error(`Page ${page} is still ${record.status}: ${JSON.stringify(record.job)}`);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  };

  return {
    url: service.url,
    browser,
    open,
    signInAgain,
    api,
    waitUntilRead,
    save: (page, body, etag, as) => api('PUT', `/pages/${page}/transcription`, { as, body, ifMatch: etag }),
    uploadAndRead: async (issue, file) => {
      const form = new FormData();
      form.append('file', new Blob([await readFile(file)]), basename(file));
      const page = await api<PageRecord>('POST', `/issues/${issue}/pages`, { as: 'volunteer', body: form });
      return waitUntilRead(page.id);
    },
    stop: async () => {
      await browser.close();
      await service.stop();
      await rm(data, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(`Errors in the browser:\n${faults.join('\n')}`);
    },
  };
}

/** Signs an account in without the form, which browse.test.ts tests. */
async function signIn(context: BrowserContext, service: Service, account: Account): Promise<void> {
  const found = service.accounts.find((one) => one.name === account);
  if (!found) throw new Error(`There is no demo account ${account}.`);
  const response = await context.request.post(`${service.url}/api/auth/sign-in/email`, {
    data: { email: found.email, password: found.password },
    headers: { origin: service.url },
  });
  if (!response.ok())
    throw new Error(`${account} could not sign in: ${response.status()} ${await response.text()}`);
}

/** Waits until the view has its final content: its heading is there and nothing says that it is loading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null);
}

interface AxeOptions {
  /**
   * False leaves out the contrast of colours, which takes as long as all other rules together: for a view that was
   * looked at in the same colours before, in another language.
   */
  contrast?: boolean;
}

/** Fails with a readable list where axe finds a violation of WCAG 2.2 AA or of its best practices. */
export async function expectAccessible(page: Page, where: string, options: AxeOptions = {}): Promise<void> {
  const builder = new AxeBuilder({ page });
  if (options.contrast === false) builder.disableRules('color-contrast');
  const { violations } = await builder
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // There are no frames here, so that axe need not open a second window for each look.
    .setLegacyMode(true)
    .analyze();
  if (violations.length === 0) return;
  const list = violations.map((one) => {
    const nodes = one.nodes
      .slice(0, 4)
      .map((node) => `    ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ')}`);
    return `  ${one.id} (${one.impact}): ${one.help}\n${nodes.join('\n')}`;
  });
  throw new Error(`axe on ${where}:\n${list.join('\n')}`);
}

/** True where something is wider than the window, so that a phone would scroll sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}
