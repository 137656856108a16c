/** Words in context and words over time, as a researcher uses them. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Issue } from '../../worker/shapes/issues.ts';
import type { Publication } from '../../worker/shapes/publications.ts';
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

beforeAll(async () => {
  qalam = await startQalam();
  const publication = await qalam.api<Publication>('POST', '/publications', {
    as: 'reviewer',
    body: { title: { 'kk-Arab': 'قازاق', en: 'Qazaq of the test' }, languages: ['kk-Arab', 'kk-Cyrl'] },
  });
  const write = async (number: string, language: string, edtf: string, lines: string[]) => {
    const issue = await qalam.api<Issue>('POST', '/issues', {
      as: 'reviewer',
      body: { publication: publication.id, number, language, date: { calendar: 'gregorian', edtf } },
    });
    const page = await qalam.uploadAndRead(issue.id, `${FIXTURES}samples/al-muqtabas/1-1-p001.tif`);
    const response = await fetch(`${qalam.url}/api/v1/pages/${page.id}/transcription`);
    await response.body?.cancel();
    const etag = response.headers.get('etag') ?? '';
    await qalam.save(page.id, { lines: lines.map((text) => ({ text })) }, etag, 'volunteer');
  };
  await write('1', 'kk-Arab', '1913-02-16', ['بالالار جاڭا مەكتەپ سالدى', 'اۋىلدا']);
  await write('2', 'kk-Cyrl', '1913-05-03', ['Біздің мектеп және мектеп туралы', 'газет жазды']);
  await write('3', 'kk-Cyrl', '1913', ['Ескі мектеп']);
  const q = encodeURIComponent('мектеп');
  await vi.waitUntil(async () => (await qalam.api<{ total: number }>('GET', `/search?q=${q}`)).total === 3, {
    timeout: 30_000,
    interval: 200,
  });
});

afterAll(() => qalam?.stop());

const at = (path: string, query: Record<string, string>) =>
  `${path}?${new URLSearchParams(query).toString()}`;

describe('words in context', () => {
  it('stand in the middle, with what comes before on the side where the script begins', async () => {
    const page = await qalam.open(at('/concordance', { q: 'мектеп' }), { width: 1440 });
    await page.getByText('3 pages have these words.').first().waitFor();
    expect(await page.locator('.kwic tbody tr').count()).toBe(4);
    const places = async (row: string) => {
      const line = page.locator('.kwic-line', { hasText: row }).first();
      const of = async (part: string) => (await line.locator(part).boundingBox())?.x ?? Number.NaN;
      return [await of('.kwic-before'), await of('mark'), await of('.kwic-after')] as const;
    };
    const [before, keyword, after] = await places('Біздің');
    expect(before).toBeLessThan(keyword);
    expect(keyword).toBeLessThan(after);
    const [rtlBefore, rtlKeyword, rtlAfter] = await places('جاڭا');
    expect(rtlBefore).toBeGreaterThan(rtlKeyword);
    expect(rtlKeyword).toBeGreaterThan(rtlAfter);
    // The context goes over the end of the line.
    await page.locator('.kwic-after', { hasText: 'اۋىلدا' }).waitFor();
    await qalam.close(page);
  });

  it('are put in order by the words before, lead to their line, and come as a file', async () => {
    const page = await qalam.open(at('/concordance', { q: 'мектеп' }));
    await page.getByLabel('Order').selectOption('left');
    await page.waitForURL(/sort=left/);
    await page.getByLabel('Words on each side').selectOption('3');
    await page.waitForURL(/width=3/);
    await page.locator('.kwic tbody tr').first().waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    const rows = (await readFile(await (await waiting).path(), 'utf8')).trim().split('\r\n');
    expect(rows).toHaveLength(5);
    await page.locator('.kwic-source a').first().click();
    await page.waitForURL(/\/pages\/.+line=/);
    await qalam.close(page);
  });

  it('are one of three ways to look at a search, with its words and filters', async () => {
    const page = await qalam.open(at('/search', { q: 'мектеп газет', to: '1915' }));
    await page.getByText('1 page found').first().waitFor();
    await page.getByRole('link', { name: 'In context' }).click();
    await page.locator('.kwic tbody tr').first().waitFor();
    await page.getByRole('button', { name: 'Remove: until 1915' }).waitFor();
    await page.getByRole('link', { name: 'Over time' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'мектеп, газет');
    await page.locator('.ng-picture').waitFor();
    await page.getByRole('link', { name: 'Pages', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'мектеп OR газет');
    await qalam.close(page);
  });
});

describe('words over time', () => {
  it('are read off by keyboard alone, and lead from a month to its pages', async () => {
    const page = await qalam.open(at('/ngrams', { q: 'мектеп, газет' }));
    const february = page.getByRole('button', { name: /^February 1913\. мектеп: 1 time, .*газет: 0 times/ });
    await february.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'March 1913: no texts',
    );
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'In May 1913' }).waitFor();
    await page.getByText(/issues whose date is wider than this period/).waitFor();
    await page.getByText('Not in the picture: мектеп 1 time.').waitFor();
    await page.getByRole('link', { name: 'мектеп: on 1 page' }).press('Enter');
    // No. 3 is of 1913, perhaps of May: search leaves out nothing that may lie in the time.
    await page.getByText('2 pages found').first().waitFor();
    await page.locator('.hit-title', { hasText: 'No. 2' }).waitFor();
    await qalam.close(page);
  });

  it('stand in a table, and go by year with occurrences', async () => {
    const page = await qalam.open(at('/ngrams', { q: 'мектеп, газет' }));
    await page.getByLabel('By', { exact: true }).selectOption('year');
    await page.getByLabel('Show', { exact: true }).selectOption('absolute');
    await page.getByRole('button', { name: /^1913\. мектеп: 4 times/ }).waitFor();
    await page.getByRole('button', { name: 'Show the table' }).click();
    const row = page.getByRole('row', { name: /^1913/ });
    expect(await row.innerText()).toMatch(/^1913\s+4\s+1\s/);
    expect(new URL(page.url()).search).toMatch(/by=year.*count=absolute/);
    await qalam.close(page);
  });

  it('give the picture as a file that stands by itself', async () => {
    const page = await qalam.open(at('/ngrams', { q: 'мектеп' }));
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Picture (SVG)' }).click();
    const svg = await readFile(await (await waiting).path(), 'utf8');
    expect(svg).toContain('Words over time: мектеп');
    expect(svg).toContain('/ngrams?q=мектеп');
    expect(svg).not.toMatch(/class=|href=|var\(/);
    await qalam.close(page);
  });
});

describe('both views', () => {
  it.each(['en', 'ru', 'kk'] as const)('have nothing that axe objects to in %s', async (language) => {
    for (const path of ['/concordance', '/ngrams']) {
      const page = await qalam.open(at(path, { q: 'мектеп', from: '1913' }), { language, width: 1440 });
      for (const [width, scheme] of [
        [1440, 'light'],
        [360, 'dark'],
      ] as const) {
        await look(page, { width, scheme });
        await page.locator('.kwic tbody tr, .ng-picture').first().waitFor();
        await settled(page);
        await expectAccessible(page, `${path} at ${width} in ${language}`, { contrast: language === 'en' });
        expect(await scrollsSideways(page)).toBe(false);
      }
      await qalam.close(page);
    }
  });
});
