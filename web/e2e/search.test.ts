/** Searching: hits with their place on the scan, why they were found, filters, and what was not searched. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Issue } from '../../worker/shapes/issues.ts';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import type { Publication } from '../../worker/shapes/publications.ts';
import type { Revision, Transcription } from '../../worker/shapes/transcriptions.ts';
import {
  FIXTURES,
  type Qalam,
  expectAccessible,
  look,
  scrollsSideways,
  settled,
  startQalam,
} from './support.ts';

let qalam: Qalam;
let read: PageRecord;
let kazakh: PageRecord;

beforeAll(async () => {
  qalam = await startQalam();
  const { items } = await qalam.api<{ items: Issue[] }>('GET', '/issues');
  const russian = items.find((issue) => issue.language === 'ru-petr1708');
  if (!russian) throw new Error('The fixtures have no Russian issue.');
  read = await qalam.uploadAndRead(russian.id, `${FIXTURES}samples/rizhskoe-utro/1915-1-war-5.jpg`);
  const publication = await qalam.api<Publication>('POST', '/publications', {
    as: 'reviewer',
    body: { title: { 'kk-Arab': 'قازاق', en: 'Qazaq of the test' }, languages: ['kk-Arab'] },
  });
  const issue = await qalam.api<Issue>('POST', '/issues', {
    as: 'reviewer',
    body: {
      publication: publication.id,
      number: '7',
      language: 'kk-Arab',
      date: { calendar: 'julian', edtf: '1913-03-16' },
    },
  });
  kazakh = await qalam.uploadAndRead(issue.id, `${FIXTURES}samples/al-muqtabas/1-1-p001.tif`);
  await write(kazakh, [
    'قازاق گازەتىنىڭ العاشقى ءنومىرى',
    'ورىنبوردا شىقتى، مەكتەپ تۋرالى',
    'مەكتەپ اشىلدى',
    'جاڭا مەكتەپتىڭ بالالارى',
    'ەسكى مەكتەپ',
  ]);
});

afterAll(() => qalam?.stop());

/** Puts these texts on a page, in boxes one below the other, and waits until they can be found. */
async function write(page: PageRecord, texts: readonly string[]): Promise<void> {
  const response = await fetch(`${qalam.url}/api/v1/pages/${page.id}/transcription`);
  await response.body?.cancel();
  const lines = texts.map((text, index) => ({ text, box: [80, 100 + index * 60, 600, 40] }));
  await qalam.save(page.id, { lines }, response.headers.get('etag') ?? '', 'volunteer');
  const q = encodeURIComponent(texts[0] ?? '');
  await vi.waitUntil(async () => (await qalam.api<{ total: number }>('GET', `/search?q=${q}`)).total > 0, {
    timeout: 30_000,
    interval: 200,
  });
}

const search = (q: string, more: Record<string, string> = {}) =>
  `/search?${new URLSearchParams({ q, ...more }).toString()}`;
const queryOf = (page: Page) => new URL(page.url()).searchParams;
const box = (page: Page) => page.getByRole('main').getByRole('searchbox');

describe('search', () => {
  it('shows each hit with its layer, its words marked in the text and on the scan', async () => {
    const page = await qalam.open('/');
    await box(page).fill('авторитеты');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await page.getByText('1 page found').first().waitFor();
    const hit = page.locator('.hit').first();
    expect(await hit.locator('mark').first().innerText()).toBe('авторитеты');
    await hit.getByText('Machine-read').waitFor();
    await hit.getByText('Found: as typed').waitFor();

    const strip = hit.getByRole('img', { name: 'The found words on the scan' });
    await strip.waitFor();
    const picture = strip.locator('img');
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0))
      .toBe(true);
    const [frame, mark] = [await strip.boundingBox(), await strip.locator('.strip-mark').boundingBox()];
    if (!frame || !mark) throw new Error('The strip has no size.');
    expect(mark.y).toBeGreaterThanOrEqual(frame.y - 2);
    expect(mark.y + mark.height).toBeLessThanOrEqual(frame.y + frame.height + 2);
    expect(mark.height / frame.height).toBeGreaterThan(0.2);
    // The word, not the whole line.
    expect(mark.width / frame.width).toBeLessThan(0.7);
    await qalam.close(page);
  });

  it('leads from a hit to that line of that page', async () => {
    const page = await qalam.open(search('авторитеты'));
    await page.locator('.hit-title a').click();
    await page.waitForURL((url) => url.pathname === `/pages/${read.id}` && url.searchParams.has('line'));
    await qalam.close(page);
  });

  it('says by which rule each word was found, and how the query was read', async () => {
    const page = await qalam.open(search('мектеп'));
    const hit = page.locator('.hit').first();
    await hit.getByText(/Found: in another spelling or script: مەكتەپ/).waitFor();
    await page.getByRole('button', { name: 'Show 1 more line of this page' }).click();
    await hit.getByText(/with another ending: مەكتەپتىڭ/).waitFor();
    expect(await hit.locator('mark.found-inflected').getAttribute('title')).toBe('with another ending');
    const strips = hit.getByRole('img', { name: 'The found words on the scan' });
    await expect.poll(() => strips.count()).toBeGreaterThan(1);
    await page.getByText('How was this read?').click();
    await page.getByText(/мектеп: in every script and spelling\. The index knows it by the key/).waitFor();
    await qalam.close(page);
  });

  it('says what was searched, and that nothing was found', async () => {
    const page = await qalam.open(search('щзхфывапро'));
    await page.getByText(/Nothing was found for/).waitFor();
    await page.getByText(/Searched 2 pages: 1 transcribed, 1 machine-read\./).waitFor();
    await page.getByText(/How many letters the machine misreads is not measured yet/).waitFor();
    await qalam.close(page);
  });

  it('copies how a hit is cited, with the address of its line', async () => {
    const page = await qalam.open(search('авторитеты'));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await page.getByText('The citation is copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/No\. .*1915.*\/pages\/.+\?line=/);
    await qalam.close(page);
  });

  it('never makes markup of what people wrote', async () => {
    const current = await qalam.api<Transcription>('GET', `/pages/${read.id}/transcription`);
    const response = await fetch(`${qalam.url}/api/v1/pages/${read.id}/transcription`);
    const etag = response.headers.get('etag') ?? '';
    expect(current.lines.length).toBeGreaterThan(1);
    const lines = current.lines.map(({ id, text, box }, index) =>
      index === 0 ? { id, text: '<img src=x onerror=alert(1)> опасность', box } : { id, text, box },
    );
    const saved = await qalam.save<Revision>(read.id, { lines }, etag, 'volunteer');
    expect(saved.lines[0]?.text).toContain('<img');

    const page = await qalam.open(search('опасность'));
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.locator('.hit').getByText('Transcribed').waitFor();
    expect(await page.locator('.snippet img').count()).toBe(0);
    await qalam.close(page);
  });
});

describe('narrowing a search', () => {
  it('goes by layer, date and publication, keeps that in the address, and is taken back by a chip', async () => {
    const page = await qalam.open(search('авторитеты OR مەكتەپ'));
    await page.getByText('2 pages found').first().waitFor();
    await page.getByLabel('Transcribed').uncheck();
    await page
      .getByText(/pages? found/)
      .first()
      .waitFor();
    expect(queryOf(page).get('layer')).toBe('reviewed,ocr');
    await page.getByRole('button', { name: 'Remove: Reviewed, Machine-read' }).click();
    await page.getByText('2 pages found').first().waitFor();

    await page.getByRole('button', { name: /^Qazaq of the test 1$/ }).click();
    await page.getByText('1 page found').first().waitFor();
    await page.getByRole('button', { name: 'Remove: Qazaq of the test' }).waitFor();
    await page.reload();
    await page.getByText('1 page found').first().waitFor();
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await page.getByText('2 pages found').first().waitFor();
    await qalam.close(page);
  });

  it('takes dates in the calendar of the newspaper, and says what is no date', async () => {
    const page = await qalam.open(search('مەكتەپ'));
    await page.getByText('1 page found').first().waitFor();
    await page.getByLabel('Dates in').selectOption('julian');
    // 16 March 1913 old style is 29 March new style.
    await page.getByRole('textbox', { name: 'Until' }).fill('1913-3-16');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Remove: until 16 \(29\) March 1913/ }).waitFor();
    await page.getByText('1 page found').first().waitFor();
    expect(Object.fromEntries(queryOf(page))).toMatchObject({ to: '1913-3-16', calendar: 'julian' });
    await page.getByLabel('Dates in').selectOption('gregorian');
    await page.getByText(/Nothing was found for/).waitFor();
    await page.getByRole('textbox', { name: 'Until' }).fill('the spring');
    await page
      .locator('.field-error')
      .getByText(/Write a year/)
      .waitFor();
    await qalam.close(page);
  });

  it('goes by a bar of the years, by keyboard alone', async () => {
    const page = await qalam.open(search('авторитеты OR مەكتەپ'));
    const bar = page.getByRole('button', { name: '1913: 1 page' });
    await bar.focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 page found').first().waitFor();
    expect(Object.fromEntries(queryOf(page))).toMatchObject({ from: '1913', to: '1913' });
    expect(await bar.getAttribute('aria-pressed')).toBe('true');
    // The other year is still there to make a span with, and the focus has not moved.
    expect(await bar.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: '1915: 1 page' }).press('Enter');
    await page.getByText('2 pages found').first().waitFor();
    expect(Object.fromEntries(queryOf(page))).toMatchObject({ from: '1913', to: '1915' });
    await qalam.close(page);
  });

  it('can keep to the script as typed', async () => {
    const page = await qalam.open(search('мектеп'));
    await page.getByText('1 page found').first().waitFor();
    await page.getByLabel('Only as typed: this script and spelling').check();
    await page.getByText(/Nothing was found for/).waitFor();
    expect(queryOf(page).get('match')).toBe('literal');
    await page.goBack();
    await page.getByText('1 page found').first().waitFor();
    await qalam.close(page);
  });

  it('stands in a sheet on a phone', async () => {
    const page = await qalam.open(search('авторитеты OR مەكتەپ'), { width: 360, height: 740 });
    await page.getByRole('button', { name: 'Narrow the search' }).click();
    const sheet = page.getByRole('dialog', { name: 'Narrow the search' });
    await sheet.getByRole('button', { name: /^Qazaq of the test 1$/ }).click();
    await expectAccessible(page, 'filter sheet');
    await sheet.getByRole('button', { name: 'Show the results' }).click();
    await page.getByText('1 page found').first().waitFor();
    await page.getByRole('button', { name: 'Narrow the search (1)' }).waitFor();
    await qalam.close(page);
  });
});

describe('the search box', () => {
  it('searches while one types, from the second word on, without moving the focus', async () => {
    // It searches only while answers are quick, and how quick the service is here says nothing.
    const answer = await qalam.api<object>('GET', search('قازاق'));
    const page = await qalam.open('/');
    await page.evaluate(() => {
      performance.now = () => 0; // every answer takes no time at all
    });
    await page.route('**/api/v1/search?*', (route) => route.fulfill({ json: answer }));
    await box(page).fill('قازاق');
    await page.keyboard.press('Enter');
    await page.getByText('1 page found').first().waitFor();
    await box(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' گازەتىنىڭ');
    await page.waitForURL((url) => url.searchParams.get('q') === 'قازاق گازەتىنىڭ');
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type(' ');
    expect(await box(page).inputValue()).toBe('قازاق گازەتىنىڭ ');
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get('q') === 'قازاق');
    await expect.poll(() => box(page).inputValue()).toBe('قازاق');
    await qalam.close(page);
  });

  it('has letters that the keyboard may lack, put where the caret stands', async () => {
    const page = await qalam.open('/search');
    await page.getByRole('button', { name: 'Letters' }).click();
    await box(page).fill('аза');
    await page.keyboard.press('Home');
    await page.getByRole('button', { name: 'Insert қ' }).click();
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('End');
    // By keyboard the focus stays on the letter, for the next one.
    await page.getByRole('button', { name: 'Insert қ' }).press('Enter');
    expect(await box(page).inputValue()).toBe('қазақ');
    await expectAccessible(page, 'letters');
    await qalam.close(page);
  });

  it('shows what can be typed, with examples that search', async () => {
    const page = await qalam.open('/search', { language: 'ru' });
    await page.getByRole('button', { name: 'Справка' }).click();
    const help = page.getByRole('dialog', { name: 'Что можно набрать' });
    await expectAccessible(page, 'help on searching');
    await help.getByRole('link', { name: 'мектеп OR медресе' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === '(мектеп OR медресе) қазақ');
    await page.getByText('Найдена 1 страница').first().waitFor();
    await qalam.close(page);
  });

  it('starts empty with words on what can be typed', async () => {
    const page = await qalam.open('/search', { language: 'kk' });
    await settled(page);
    await page.getByText(/Сөзді кез келген жазумен теріңіз/).waitFor();
    await qalam.close(page);
  });
});

describe('what a search leaves behind', () => {
  it('is a file of the found lines', async () => {
    const page = await qalam.open(search('مەكتەپ'));
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    const file = await readFile(await (await waiting).path(), 'utf8');
    expect(file.trim().split('\r\n').length).toBeGreaterThan(3);
    expect(file).toContain('مەكتەپتىڭ');
    await qalam.close(page);
  });

  it('is kept under a name, found again with one click, and forgotten', async () => {
    const page = await qalam.open(search('مەكتەپ', { to: '1915' }), { account: 'volunteer' });
    await page.getByLabel('Name', { exact: true }).fill('Schools before the war');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('link', { name: 'Schools before the war' }).waitFor();
    await page.goto(`${qalam.url}/search`);
    await page.getByRole('link', { name: 'Schools before the war' }).click();
    await page.getByText('1 page found').first().waitFor();
    expect(queryOf(page).get('to')).toBe('1915');
    await page.getByRole('button', { name: 'Forget “Schools before the war”' }).click();
    await page.getByText('You have not saved a search yet.').waitFor();
    await qalam.close(page);
  });
});

describe('the search view', () => {
  it.each(['en', 'ru', 'kk'] as const)(
    'has nothing that axe objects to, wide and narrow, in %s',
    async (language) => {
      const visit = { language, width: 1440, account: 'volunteer' } as const;
      const page = await qalam.open(search('мектеп', { from: '1913' }), visit);
      await page.locator('.hit').first().waitFor();
      await page.locator('.explain summary').first().click();
      await settled(page);
      const contrast = language === 'en';
      await expectAccessible(page, `search, wide in ${language}`, { contrast });
      expect(await scrollsSideways(page)).toBe(false);
      await look(page, { width: 360, scheme: 'dark' });
      await page
        .getByRole('button', { name: /^(Narrow the search|Уточнить поиск|Іздеуді нақтылау)/ })
        .waitFor();
      await expectAccessible(page, `search, narrow in ${language}`, { contrast });
      expect(await scrollsSideways(page)).toBe(false);
      await qalam.close(page);
    },
  );
});
