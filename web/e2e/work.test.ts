/** Work and belonging in a real browser: the next page by one key, for whom a page is kept, and what came back. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Issue } from '../../worker/shapes/issues.ts';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import type { Revision } from '../../worker/shapes/transcriptions.ts';
import { expectAccessible, FIXTURES, type Qalam, scrollsSideways, settled, startQalam } from './support.ts';

let qalam: Qalam;
let kazakh: PageRecord;
let russian: PageRecord;

beforeAll(async () => {
  qalam = await startQalam();
  kazakh = await qalam.uploadAndRead(
    await qalam.issueIn('kk-Arab'),
    join(FIXTURES, 'samples/qalam-sample/page-1.png'),
  );
  russian = await qalam.uploadAndRead(
    await qalam.issueIn('ru-petr1708'),
    join(FIXTURES, 'samples/rizhskoe-utro/1915-1-war-3.jpg'),
  );
});
afterAll(() => qalam?.stop());

test('one key leads from page to page, and each is kept for whoever took it', async () => {
  const page = await qalam.open('/', { account: 'volunteer' });
  await page.getByRole('button', { name: 'Give me a page' }).waitFor();
  await page.keyboard.press('Alt+N');
  await page.waitForURL(/\/pages\//);
  const first = page.url().split('/').at(-1);
  await page.getByText(/Kept for you until \d\d:\d\d/).waitFor();

  const other = await qalam.open(`/pages/${first}`, { account: 'volunteer2' });
  await other.getByText(/volunteer is working on this page until \d\d:\d\d/).waitFor();
  await qalam.close(other);

  await page.getByRole('button', { name: 'Give me another page' }).waitFor();
  await page.keyboard.press('Alt+N');
  await page.waitForURL((url) => /\/pages\//.test(url.pathname) && !url.pathname.endsWith(first ?? ''));
  expect([kazakh.id, russian.id].toSorted()).toEqual([first, page.url().split('/').at(-1)].toSorted());
  await page.getByText(/Kept for you until/).waitFor();
  await qalam.close(page);
});

test('a choice of language is kept, and what does not fit it is said', async () => {
  const page = await qalam.open('/work', { account: 'reviewer' });
  await page.getByText('Which pages').click();
  await page.getByLabel('Language and script').selectOption('kk-Latn');
  await page.reload();
  await page.getByRole('button', { name: 'Give me a page' }).click();
  await page.getByText('Nothing waits that fits your choice').waitFor();
  await qalam.close(page);
});

describe('what somebody did', () => {
  beforeAll(async () => {
    const returned = await handIn(russian.id, 'Положеніе');
    await qalam.api('POST', `/revisions/${returned.id}/review`, {
      as: 'reviewer',
      body: { decision: 'return', note: 'Почти готово, посмотрите строку 1' },
    });
    const accepted = await handIn(kazakh.id, 'قازاق');
    await qalam.api('POST', `/revisions/${accepted.id}/review`, {
      as: 'reviewer',
      body: { decision: 'accept' },
    });
    await qalam.api('POST', `/revisions/${accepted.id}/thanks`, { as: 'volunteer2' });
  });

  async function handIn(page: string, text: string): Promise<Revision> {
    const response = await fetch(`${qalam.url}/api/v1/pages/${page}/transcription`);
    await response.arrayBuffer();
    const body = { lines: [{ text }], submit: true };
    return qalam.save<Revision>(page, body, response.headers.get('etag') ?? '', 'volunteer');
  }

  test('stands in one place: returned with its note, accepted with thanks, each leading to its page', async () => {
    const page = await qalam.open('/work', { account: 'volunteer' });
    const returned = page.getByRole('region', { name: 'Returned to you' });
    await returned.getByText('Почти готово, посмотрите строку 1').waitFor();
    await page.getByText('Thanks from volunteer2').waitFor();
    await returned.getByRole('link').click();
    await page.waitForURL(`**/pages/${russian.id}`);
    await page.getByText('reviewer returned this page:').waitFor();
    await qalam.close(page);
  });

  test('a publication shows how far all its pages are', async () => {
    const issue = await qalam.api<Issue>('GET', `/issues/${russian.issue}`);
    const page = await qalam.open(`/publications/${issue.publication}`);
    await page.getByRole('region', { name: /scanned pages? of all issues/ }).waitFor();
    await page.getByText(/^1 scanned page of all issues$/).waitFor();
    await qalam.close(page);
  });

  test.each([
    ['en', 'light', 1280],
    ['ru', 'dark', 360],
    ['kk', 'light', 360],
  ] as const)('is accessible in %s, %s, %i pixels wide', async (language, scheme, width) => {
    const page = await qalam.open('/work', { account: 'volunteer', language, scheme, width });
    await settled(page);
    await page.getByRole('link').first().waitFor();
    await page.locator('blockquote').first().waitFor();
    await page.locator('summary').click();
    await expectAccessible(page, `/work ${language} ${scheme} ${width}`, { contrast: language !== 'kk' });
    expect(await scrollsSideways(page)).toBe(false);
    await qalam.close(page);
  });
});
