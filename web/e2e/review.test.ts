/** The review of tags in a real browser on the real service: by keyboard, many at once, taken back, and placed again. */
import { join } from 'node:path';
import type { Locator, Page as Window } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import type { Tag } from '../../worker/shapes/tags.ts';
import type { Transcription } from '../../worker/shapes/transcriptions.ts';
import {
  expectAccessible,
  FIXTURES,
  type Language,
  type Qalam,
  scrollsSideways,
  settled,
  startQalam,
} from './support.ts';

const RUSSIAN = [
  'Алиханъ Букейхановъ прибылъ въ Оренбургъ',
  'Собраніе открылъ А. Байтурсыновъ',
  'Изъ Семипалатинска пишутъ: Р. Марсековъ',
  'Мнѣніе Букейханова раздѣляетъ М. Дулатовъ',
  'Партія Алашъ и Алашъ-Орда',
  'Здѣсь стоитъ слово Уфа',
];
const KAZAKH = ['احمەت بايتۇرسىنۇلى ورىنبوردا', 'ءاليحان بوكەيحان سەمەيگە كەلدى'];

let qalam: Qalam;
let russian: PageRecord;
let kazakh: PageRecord;
let events: { id: string }[];

beforeAll(async () => {
  qalam = await startQalam();
  russian = await qalam.uploadAndRead(
    await qalam.issueIn('ru-petr1708'),
    join(FIXTURES, 'samples/rizhskoe-utro/1915-1-war-3.jpg'),
  );
  kazakh = await qalam.uploadAndRead(
    await qalam.issueIn('kk-Arab'),
    join(FIXTURES, 'samples/qalam-sample/page-1.png'),
  );
  await write(russian, RUSSIAN);
  await write(kazakh, KAZAKH);
  ({ items: events } = await qalam.api<{ items: { id: string }[] }>('GET', '/entities?kind=event&limit=10'));
});
afterAll(() => qalam?.stop());

/** Puts these texts in the first lines of a page, in their boxes, and waits for the gazetteer. */
async function write(page: PageRecord, texts: readonly string[]) {
  const response = await fetch(`${qalam.url}/api/v1/pages/${page.id}/transcription`);
  const { lines } = (await response.json()) as Transcription;
  const next = texts.map((text, index) => {
    const line = lines[index];
    return line ? { id: line.id, text, box: line.box } : { text };
  });
  await qalam.save(page.id, { lines: next }, response.headers.get('etag') ?? '', 'volunteer');
  await vi.waitUntil(
    async () => (await qalam.api<PageRecord>('GET', `/pages/${page.id}`)).suggestions === 'current',
    { timeout: 60_000, interval: 300 },
  );
}

const tagsOf = async (page: PageRecord) =>
  (await qalam.api<{ items: Tag[] }>('GET', `/pages/${page.id}/tags?limit=200`)).items;
const stateOf = async (page: PageRecord, quote: string) =>
  (await tagsOf(page)).find((tag) => tag.target.type === 'span' && tag.target.quote === quote)?.state;
const propose = (as: 'volunteer' | 'reviewer', entity: string) =>
  qalam.api<Tag>('POST', `/pages/${russian.id}/tags`, {
    as,
    body: { target: { type: 'page' }, body: { entity } },
  });

async function openQueue(
  query: string,
  more: { language?: Language; width?: number; scheme?: 'light' | 'dark' } = {},
) {
  const window = await qalam.open(`/review?part=tags${query}`, { account: 'reviewer', ...more });
  await window.locator('.queue-group').first().waitFor();
  return window;
}

/** Presses a key until the item in hand is the wanted one. */
async function goTo(window: Window, item: Locator) {
  await item.waitFor();
  for (let press = 0; press < 60; press++) {
    if (await item.evaluate((found) => found === document.activeElement)) return;
    await window.keyboard.press('j');
  }
  throw new Error('The keys do not lead there.');
}

const tagOf = (window: Window, quote: string) =>
  window.locator('.queue-tag', { has: window.locator('mark', { hasText: quote }) });
const bar = (window: Window) => window.locator('.decision-bar');
const sent = (window: Window) => expect.poll(() => bar(window).getByText('sending…').count()).toBe(0);

describe('the queue of tags', () => {
  test('is worked off by keyboard: three approved, one rejected and taken back, and grouped in another way', async () => {
    const window = await openQueue('');
    await window.keyboard.press('g');
    const group = window.locator('.queue-group-head', { hasText: 'No. 1' }).first();
    await window.locator('.queue-group-head', { hasText: 'Rizhskoe' }).waitFor();
    await goTo(window, window.locator('.queue-group-head', { hasText: 'Rizhskoe' }));
    await window.keyboard.press('Enter');
    await goTo(window, tagOf(window, 'Алиханъ Букейхановъ'));
    for (const key of ['a', 'a', 'a', 'r']) await window.keyboard.press(key);
    await bar(window).getByText('3 approved, 1 rejected').waitFor();
    await sent(window);
    const states = async () => (await tagsOf(russian)).map((tag) => tag.state);
    const count = (all: readonly string[], state: string) => all.filter((each) => each === state).length;
    await expect.poll(async () => count(await states(), 'rejected')).toBe(1);
    expect(count(await states(), 'approved')).toBe(3);

    await window.keyboard.press('u');
    await bar(window).getByText('3 approved, 0 rejected').waitFor();
    await expect.poll(async () => count(await states(), 'rejected')).toBe(0);
    // What was taken back is in hand again, and can be decided otherwise.
    await window.keyboard.press('a');
    await expect.poll(async () => count(await states(), 'approved')).toBe(4);
    expect(await group.count()).toBe(1);
    await qalam.close(window);
  });

  test('shows words of right-to-left text in their line, with the line on the scan', async () => {
    const window = await openQueue(`&by=page&open=${kazakh.id}`);
    const quote = tagOf(window, 'احمەت').locator('blockquote');
    await quote.waitFor();
    expect(await quote.getAttribute('dir')).toBe('rtl');
    expect(await quote.getAttribute('lang')).toBe('kk-Arab');
    expect(await quote.textContent()).toBe(KAZAKH[0]);
    await tagOf(window, 'احمەت').locator('.strip img').waitFor();
    await qalam.close(window);
  });

  test('decides about a whole group after asking; one’s own is left out, and what others decided says so', async () => {
    const [one, two, three] = events.map(({ id }) => id);
    if (!one || !two || !three) throw new Error('There is nothing to tag.');
    for (const event of [one, two]) await propose('volunteer', event);
    await propose('reviewer', three);
    const late = await propose('volunteer', three);
    const window = await openQueue('&by=rule&open=person');
    await expect.poll(() => window.locator('.queue-tag').count()).toBe(4);
    await window.getByText('Your own: someone else reviews it').waitFor();
    await qalam.api('POST', `/tags/${late.id}/review`, { as: 'admin', body: { decision: 'reject' } });

    await goTo(window, window.locator('.queue-group-head', { hasText: 'Proposed by people' }));
    await window.keyboard.press('Shift+A');
    const dialog = window.getByRole('dialog', { name: 'Approve 3 tags?' });
    await dialog.getByText('1 is left out').waitFor();
    await window.keyboard.press('Enter');
    await bar(window).getByText('2 approved, 0 rejected, 1 not accepted').waitFor();
    await window.locator('.queue-tag', { hasText: 'Someone has already decided this.' }).waitFor();
    await qalam.close(window);
  });

  test('keeps decisions without a connection and sends them when asked', async () => {
    const window = await openQueue(`&by=page&open=${russian.id}`);
    await window.route('**/api/v1/tags/review', (route) => route.abort('internetdisconnected'));
    await goTo(window, tagOf(window, 'Марсековъ'));
    await window.keyboard.press('a');
    await bar(window).getByText('1 decision is kept here and not sent.').waitFor();
    expect(await stateOf(russian, 'Р. Марсековъ')).toBe('proposed');
    await window.unroute('**/api/v1/tags/review');
    await bar(window).getByRole('button', { name: 'Send again' }).click();
    await expect.poll(() => stateOf(russian, 'Р. Марсековъ')).toBe('approved');
    await bar(window).getByText('1 approved').waitFor();
    await qalam.close(window);
  });

  test('can be worked without single keys, which can be switched off', async () => {
    const window = await openQueue(`&by=page&open=${russian.id}`);
    await window.locator('.queue-tag').first().waitFor();
    await window.keyboard.press('?');
    await window.getByLabel('Use single letters as keys').uncheck();
    await window.keyboard.press('Escape');
    await window.keyboard.press('g');
    expect(await window.getByRole('button', { name: 'Page', exact: true }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    await tagOf(window, 'Дулатовъ').getByRole('button', { name: 'Approve' }).click();
    await expect.poll(() => stateOf(russian, 'М. Дулатовъ')).toBe('approved');
    await tagOf(window, 'Дулатовъ')
      .or(window.locator('.queue-decided', { hasText: 'Дулатовъ' }))
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect.poll(() => stateOf(russian, 'М. Дулатовъ')).toBe('proposed');
    await qalam.close(window);
  });
});

describe('on the page', () => {
  test('suggestions stand apart, and are decided and taken back by keys beside the text', async () => {
    const window = await qalam.open(`/pages/${kazakh.id}`, { account: 'reviewer', width: 1440 });
    await window.locator('.line mark.as-suggested').first().waitFor();
    const row = window.locator('.tag-row', { hasText: 'Gazetteer' }).first();
    await row.focus();
    const quote = (await row.locator('.tag-quote-link').textContent()) ?? '';
    await window.keyboard.press('a');
    await expect.poll(() => stateOf(kazakh, quote)).toBe('approved');
    await window.locator('.line mark.as-approved', { hasText: quote }).waitFor();
    await window.keyboard.press('u');
    await expect.poll(() => stateOf(kazakh, quote)).toBe('proposed');
    await qalam.close(window);
  });

  test('a tag whose words were changed is placed again by keyboard, and waits for another person', async () => {
    const { lines } = await qalam.api<Transcription>('GET', `/pages/${russian.id}/transcription`);
    const [entity] = (await qalam.api<{ items: { id: string }[] }>('GET', '/entities?kind=place&limit=1'))
      .items;
    const line = lines.find(({ text }) => text.endsWith('Уфа'));
    if (!line || !entity) throw new Error('There is nothing to tag.');
    const start = line.text.indexOf('Уфа');
    const tag = await qalam.api<Tag>('POST', `/pages/${russian.id}/tags`, {
      as: 'volunteer',
      body: {
        target: { type: 'span', line: line.id, start, end: start + 3, quote: 'Уфа' },
        body: { entity: entity.id },
      },
    });
    await write(russian, [...RUSSIAN.slice(0, 5), 'Здѣсь стоитъ слово Казань']);
    const window = await qalam.open(`/pages/${russian.id}`, { account: 'volunteer2', width: 1440 });
    const lost = window.locator('.tag-row', { hasText: 'lost its place' });
    await lost.getByRole('button', { name: 'Place it again' }).focus();
    await window.keyboard.press('Enter');
    await window.getByText('Select where it stands now').waitFor();
    await window.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
    await window.keyboard.press('End');
    await window.keyboard.press('Control+Shift+ArrowLeft');
    await window.getByRole('button', { name: 'Place on “Казань”' }).waitFor();
    await expectAccessible(window, 'placing a tag');
    await window.keyboard.press('Control+k');
    await window.locator('.line mark.as-proposed', { hasText: 'Казань' }).waitFor();
    const placed = await qalam.api<Tag>('GET', `/tags/${tag.id}`);
    expect(placed.state).toBe('proposed');
    expect(placed.target).toMatchObject({ quote: 'Казань' });
    expect(placed.placedBy?.name).toBe('volunteer2');
    await qalam.close(window);
  });
});

describe('the review view', () => {
  test.each([
    { language: 'en', width: 1440, scheme: 'light' },
    { language: 'ru', width: 360, scheme: 'dark' },
    { language: 'kk', width: 360, scheme: 'light' },
  ] as const)(
    'has no violation of accessibility in $language at $width px, $scheme',
    async ({ language, width, scheme }) => {
      const window = await openQueue(`&by=page&open=${kazakh.id}`, { language, width, scheme });
      // In light colours the view was looked at before.
      const contrast = language !== 'kk';
      await window.locator('.queue-tag').first().waitFor();
      await window.locator('.queue-pick input').first().check();
      await bar(window).waitFor();
      await expectAccessible(window, `queue in ${language}`, { contrast });
      expect(await scrollsSideways(window)).toBe(false);
      await window.goto(`${qalam.url}/review?part=rules`);
      await settled(window);
      await window.locator('.rules').waitFor();
      await expectAccessible(window, `rules in ${language}`, { contrast });
      expect(await scrollsSideways(window)).toBe(false);
      await qalam.close(window);
    },
  );
});
