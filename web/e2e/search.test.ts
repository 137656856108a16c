/** Searching: hits with their place on the scan, the words around them, filters, and what was not searched. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../worker/shapes/issues.ts';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import type { Revision, Transcription } from '../../worker/shapes/transcriptions.ts';
import { FIXTURES, type Qalam, settled, startQalam } from './support.ts';

let qalam: Qalam;
let read: PageRecord;

beforeAll(async () => {
  qalam = await startQalam();
  const { items } = await qalam.api<{ items: Issue[] }>('GET', '/issues');
  const russian = items.find((issue) => issue.language === 'ru-petr1708');
  if (!russian) throw new Error('The fixtures have no Russian issue.');
  read = await qalam.uploadAndRead(russian.id, `${FIXTURES}samples/rizhskoe-utro/1915-1-war-5.jpg`);
});

afterAll(() => qalam?.stop());

describe('search', () => {
  it('shows each hit with its layer, its words marked and its line on the scan', async () => {
    const page = await qalam.open('/');
    await page.getByRole('main').getByRole('searchbox').fill('авторитеты');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await page.getByText('1 page found').first().waitFor();
    const hit = page.locator('.hit').first();
    expect(await hit.locator('mark').first().innerText()).toBe('авторитеты');
    await hit.getByText('Machine-read').waitFor();

    const strip = hit.getByRole('img', { name: 'The found line on the scan' });
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
    await page.context().close();
  });

  it('leads from a hit to that line of that page', async () => {
    const page = await qalam.open(`/search?${new URLSearchParams({ q: 'авторитеты' }).toString()}`);
    await page.locator('.hit-title a').click();
    await page.waitForURL((url) => url.pathname === `/pages/${read.id}` && url.searchParams.has('line'));
    await page.context().close();
  });

  it('says what was searched, and that nothing was found', async () => {
    const page = await qalam.open(`/search?${new URLSearchParams({ q: 'ъыьъыь' }).toString()}`);
    await page.getByText(/Nothing was found for/).waitFor();
    await page.getByText('Searched 1 page: 1 machine-read.').waitFor();
    await page.context().close();
  });

  it('narrows by layer, date and publication, and keeps that in the address', async () => {
    const page = await qalam.open(`/search?${new URLSearchParams({ q: 'авторитеты' }).toString()}`);
    await page.getByText('1 page found').first().waitFor();
    await page.getByText('Narrow the search').click();
    await page.getByLabel('Machine-read').uncheck();
    await page.getByText(/Nothing was found for/).waitFor();
    expect(new URL(page.url()).searchParams.get('layer')).toBe('reviewed,transcribed');
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await page.getByText('1 page found').first().waitFor();

    await page.getByText('Narrow the search').click();
    await page.getByLabel('Until').fill('1913');
    await page.keyboard.press('Enter');
    await page.getByText(/Nothing was found for/).waitFor();
    await page.getByLabel('Until').fill('the year after');
    await page
      .locator('.field-error')
      .getByText(/Write a year/)
      .waitFor();
    await page.getByLabel('Until').fill('1920');
    await page.keyboard.press('Enter');
    await page.getByText('1 page found').first().waitFor();
    expect(new URL(page.url()).searchParams.get('to')).toBe('1920');
    await page.context().close();
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

    const page = await qalam.open(`/search?${new URLSearchParams({ q: 'опасность' }).toString()}`);
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page.locator('.hit').getByText('Transcribed').waitFor();
    expect(await page.locator('.snippet img').count()).toBe(0);
    await page.context().close();
  });

  it('starts empty with words on what can be typed', async () => {
    const page = await qalam.open('/search', { language: 'kk' });
    await settled(page);
    await page.getByText(/Сөзді кез келген жазумен теріңіз/).waitFor();
    await page.context().close();
  });
});
