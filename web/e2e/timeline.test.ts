/** The timeline, the comparison of schemes, a date under all of them, and an issue's stages, as a researcher uses them. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../worker/shapes/issues.ts';
import type { Publication } from '../../worker/shapes/publications.ts';
import type { Scheme } from '../../worker/shapes/schemes.ts';
import { FIXTURES, type Qalam, expectAccessibleEveryWay, settled, startQalam } from './support.ts';

let qalam: Qalam;
let publication: Publication;
/** Of July 1917, old style: two stages of the authors' scheme share that month. */
let july: Issue;
let authors: Scheme;
let nurpeisov: Scheme;

beforeAll(async () => {
  qalam = await startQalam();
  publication = await qalam.api<Publication>('POST', '/publications', {
    as: 'reviewer',
    body: { title: { 'kk-Arab': 'قازاق', en: 'Qazaq of the test' }, languages: ['kk-Arab'] },
  });
  const make = (number: string, edtf: string, more: object = {}) =>
    qalam.api<Issue>('POST', '/issues', {
      as: 'reviewer',
      body: {
        publication: publication.id,
        number,
        language: 'kk-Arab',
        date: { calendar: 'julian', edtf },
        ...more,
      },
    });
  july = await make('201', '1917-07-20', { otherDates: [{ calendar: 'gregorian', edtf: '1917-08-05' }] });
  for (const [number, day] of [
    ['1', '1910-03-04'],
    ['2', '1913-02-02'],
    ['3', '1916-05-06'],
  ] as const)
    await make(number, day);
  await make('4', '1917');
  await qalam.uploadAndRead(july.id, `${FIXTURES}samples/rizhskoe-utro/1915-1-war-5.jpg`);
  const { items } = await qalam.api<{ items: Scheme[] }>('GET', '/schemes');
  const named = (name: RegExp) => {
    const found = items.find(({ title }) => name.test(title['en'] ?? ''));
    if (!found) throw new Error(`The fixtures have no scheme ${name}.`);
    return found;
  };
  authors = named(/Saktaganova/);
  nurpeisov = named(/Nurpeisov/);
});

afterAll(() => qalam?.stop());

const labelInHand = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** Presses a key until what has the focus is called so. */
async function pressUntil(page: Page, key: string, label: RegExp): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    if (label.test(await labelInHand(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${label}; it stays at “${await labelInHand(page)}”.`);
}

describe('the timeline', () => {
  it('leads by the keyboard alone from a stage to its issues, their pages and how their dates lie', async () => {
    const page = await qalam.open(`/timeline?publication=${publication.id}`);
    await page.locator('.tl-picture [data-item]').first().waitFor();
    await page.locator('h1').focus();
    await pressUntil(page, 'Tab', /, 1\. Democratic stage/);
    await pressUntil(page, 'ArrowDown', /^Saktaganova/);
    await page.keyboard.press('Home');
    await pressUntil(page, 'ArrowRight', /, 2\. The party is organised/);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('chosen')).toMatch(/^stage:/);
    expect(await labelInHand(page)).toMatch(/2\. The party is organised/);

    // What was chosen stands below the window: a link leads there.
    await page.getByRole('link', { name: 'Go to what you chose' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'Stage 2: The party is organised' });
    const row = panel.locator('.rows > li', { hasText: 'No. 201' });
    await row.getByText('boundary: another stage claims it too').waitFor();
    await row.locator('.tl-pages img').waitFor();
    await panel
      .locator('.rows > li', { hasText: 'No. 4' })
      .getByText(/uncertain/)
      .waitFor();
    await page.reload();
    await panel.locator('.rows > li', { hasText: 'No. 201' }).waitFor();
    await qalam.close(page);
  });

  it('shows the months of the corpus, and by the tables the same without the picture', async () => {
    const page = await qalam.open(`/timeline?publication=${publication.id}&from=1917&to=1918`);
    await page.getByRole('button', { name: /^August 1917: 1 issue, scanned 1,/ }).click();
    await page.getByRole('region', { name: 'Issues of August 1917' }).getByText('No. 201').waitFor();

    await page.getByRole('button', { name: 'Show as tables' }).click();
    const months = page.getByRole('table', { name: 'Pages by month' });
    expect(await months.getByRole('row', { name: /August 1917/ }).innerText()).toMatch(/1\s+1\s/);
    await page.getByRole('table', { name: 'Stages' }).getByRole('button', { name: '1. Origins' }).click();
    await page
      .getByRole('region', { name: 'Stage 1: Origins' })
      .getByText('No issue of the corpus')
      .waitFor();
    await qalam.close(page);
  });

  it('marks the mentions of a name that is looked up in Arabic script', async () => {
    const page = await qalam.open('/timeline');
    await page.getByRole('button', { name: /Choose a name/ }).click();
    await page.getByRole('combobox', { name: /Name, in any script/ }).fill('بوكەيحان');
    await page
      .getByRole('option', { name: /Bukeikhan/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tl-heading', { hasText: /Mentions of .*Bukeikhan/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('entity')).toBeTruthy();
    await page.getByRole('button', { name: 'Show no mentions' }).click();
    await page.locator('.tl-heading', { hasText: 'Mentions of' }).waitFor({ state: 'detached' });
    await qalam.close(page);
  });

  it('gives the picture as a file that stands by itself, and its data as CSV and JSON', async () => {
    const page = await qalam.open('/timeline?style=julian&from=1917&to=1918');
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Picture (SVG)' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('qalam-timeline-1917-1918.svg');
    const svg = await readFile(await download.path(), 'utf8');
    expect(svg).toContain('Saktaganova and others');
    expect(svg).toContain('Source: Qalam, ');
    expect(svg).not.toMatch(/class=|href=|var\(/);
    const drawn = await qalam.browser.newPage();
    await drawn.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
    expect(await drawn.locator('text').count()).toBeGreaterThan(30);
    await drawn.close();

    for (const [name, type] of [
      ['Months (CSV)', 'text/csv'],
      ['Stages (CSV)', 'text/csv'],
      ['Events (CSV)', 'text/csv'],
      ['Data (JSON)', 'application/json'],
    ] as const) {
      const href = await page.getByRole('link', { name }).getAttribute('href');
      const answer = await fetch(new URL(href ?? '', qalam.url));
      expect(answer.status, name).toBe(200);
      expect(answer.headers.get('content-type'), name).toContain(type);
    }
    await qalam.close(page);
  });
});

describe('two schemes', () => {
  it('are compared as a cross-table whose cells open their issues, by the keyboard', async () => {
    const page = await qalam.open(`/compare?a=${authors.id}&b=${nurpeisov.id}&publication=${publication.id}`);
    await page.getByText(/^(Of|All) 5 issues/).waitFor();
    const cell = page.getByRole('button', { name: /^1\. The movement emerges \/ In no stage: 3 issues/ });
    await cell.waitFor();
    await page.locator('.compare-cell[tabindex="0"]').focus();
    await pressUntil(page, 'ArrowRight', /In no stage: 3 issues/);
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: /^Issues in 1\. The movement emerges/ });
    await panel.getByText('No. 1', { exact: true }).waitFor();
    expect(await panel.locator('.rows > li').count()).toBe(3);
    await page.getByRole('button', { name: 'Swap rows and columns' }).click();
    await page.getByRole('button', { name: /^In no stage \/ 1\. The movement emerges: 3 issues/ }).waitFor();
    await qalam.close(page);
  });
});

describe('a date', () => {
  it('is placed under every scheme while it is typed, and what does not exist is said', async () => {
    const page = await qalam.open('/schemes');
    const date = page.getByRole('textbox', { name: 'Date' });
    await date.fill('1917-07');
    const row = (name: string) => page.locator('.placement-table tr', { hasText: name });
    await row('Saktaganova').getByText('On a boundary').waitFor();
    await date.fill('1910');
    await row('Nurpeisov').getByText('in the gap between two').waitFor();
    await row('National parties').getByText('The scheme gives no dates').waitFor();
    expect(page.url()).toContain('date=1910');
    await date.fill('1917-02-29');
    await page.getByText(/29 February 1917 does not exist/).waitFor();
    await qalam.close(page);
  });

  it('of an issue is shown in both calendars, with its stages, and a second one that does not fit is flagged', async () => {
    const stage = authors.stages.find(({ key }) => key === '3');
    const [first] = (await qalam.api<{ items: { id: string }[] }>('GET', `/issues/${july.id}/pages`)).items;
    await qalam.api('POST', `/pages/${first?.id}/tags`, {
      as: 'volunteer',
      body: { target: { type: 'page' }, body: { stage: stage?.id } },
    });
    const page = await qalam.open(`/issues/${july.id}`);
    await page.getByText('20 July (2 August) 1917').first().waitFor();
    await page.getByText(/do not fit each other: they miss by 3 days/).waitFor();
    const computed = page.locator('.placement-table tr', { hasText: 'Saktaganova' });
    expect(await computed.innerText()).not.toContain('The ruling party');
    const asserted = page.locator('section', {
      has: page.getByRole('heading', { name: 'Stages of this issue' }),
    });
    await asserted
      .locator('.rows > li', { hasText: 'The ruling party' })
      .getByText('1 proposed tag')
      .waitFor();
    await qalam.close(page);
  });
});

describe('every language, wide and narrow, light and dark', () => {
  const second = () => authors.stages.find(({ key }) => key === '2')?.id;
  it.each<[string, () => string]>([
    ['a chosen stage', () => `/timeline?chosen=stage:${second()}&publication=${publication.id}`],
    ['one year', () => '/timeline?from=1917&to=1917&scale=log&style=julian'],
    ['two schemes', () => `/compare?a=${authors.id}&b=${nurpeisov.id}&level=all&row=&column=`],
    ['a date', () => '/schemes?date=1917-07&calendar=julian'],
    ['an issue', () => `/issues/${july.id}`],
  ])('show %s accessibly', async (name, path) => {
    const page = await qalam.open(path());
    await settled(page);
    const tables = page
      .locator('.tl-picture')
      .locator('xpath=ancestor::main')
      .locator('button[aria-expanded]');
    if (path().startsWith('/timeline')) await tables.last().click();
    await expectAccessibleEveryWay(page, name);
    await qalam.close(page);
  });
});
