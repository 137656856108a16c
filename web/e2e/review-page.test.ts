/** Reviewing pages in a real browser on the real service, by keyboard alone: compare, correct, note, decide, take back. */
import { join } from 'node:path';
import type { Page as Window } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import type { Revision, Transcription } from '../../worker/shapes/transcriptions.ts';
import {
  clickOnScan,
  expectAccessible,
  FIXTURES,
  type Qalam,
  scrollsSideways,
  settled,
  startQalam,
} from './support.ts';

let qalam: Qalam;
/** Handed in as it was read. */
let easy: PageRecord;
/** Handed in with a changed line. */
let changed: PageRecord;

beforeAll(async () => {
  qalam = await startQalam();
  changed = await qalam.uploadAndRead(
    await qalam.issueIn('ru-petr1708'),
    join(FIXTURES, 'samples/rizhskoe-utro/1915-1-war-3.jpg'),
  );
  easy = await qalam.uploadAndRead(
    await qalam.issueIn('kk-Arab'),
    join(FIXTURES, 'samples/qalam-sample/page-1.png'),
  );
  await handIn(changed, ['Первая строка исправлена', 'Вторая строка']);
  await handIn(easy, []);
});
afterAll(() => qalam?.stop());

/** The first two lines, which have boxes. */
async function firstLines(page: PageRecord) {
  const [first, second] = (await textOf(page)).lines;
  if (!first?.box || !second?.box) throw new Error('The page has no lines.');
  return [
    { id: first.id, box: first.box.join(',') },
    { id: second.id, box: second.box.join(',') },
  ] as const;
}

const textOf = (page: PageRecord) => qalam.api<Transcription>('GET', `/pages/${page.id}/transcription`);
const pageOf = (page: PageRecord) => qalam.api<PageRecord>('GET', `/pages/${page.id}`);

/** Puts these texts in the first lines of a page and hands it in. */
async function handIn(page: PageRecord, texts: readonly string[]): Promise<Revision> {
  const response = await fetch(`${qalam.url}/api/v1/pages/${page.id}/transcription`);
  const { lines } = (await response.json()) as Transcription;
  const next = lines.map((line, index) => ({ id: line.id, box: line.box, text: texts[index] ?? line.text }));
  return qalam.save<Revision>(
    page.id,
    { lines: next, submit: true },
    response.headers.get('etag') ?? '',
    'volunteer',
  );
}

async function openReview(page: PageRecord) {
  const window = await qalam.open(`/pages/${page.id}`, { account: 'reviewer', width: 1440 });
  await window.locator('.review .diff-line').first().waitFor();
  return window;
}

/** Presses of keys that the window has seen. */
async function countKeys(window: Window) {
  await window.addInitScript(() => {
    addEventListener(
      'keydown',
      () => sessionStorage.setItem('keys', String(Number(sessionStorage.getItem('keys')) + 1)),
      {
        capture: true,
      },
    );
  });
  return () => window.evaluate(() => Number(sessionStorage.getItem('keys')));
}

describe('from the queue', () => {
  test('the easiest page of the day is accepted with two key presses, and the next is one further', async () => {
    // Where a busy machine made the first try fail, that may have decided already.
    const { id, acceptedAt } = await textOf(easy);
    if (acceptedAt) await qalam.api('DELETE', `/revisions/${id}/review`, { as: 'reviewer' });
    const window = await qalam.open('/work', { account: 'reviewer' });
    const keys = await countKeys(window);
    await window.goto(`${qalam.url}/review?part=pages`);
    const items = window.locator('.queue-page');
    await items.nth(1).waitFor();
    expect(await items.first().textContent()).toContain('no word changed');
    expect(await items.nth(1).textContent()).toMatch(/words changed · \d+% as the machine read/);

    await window.keyboard.press('Enter');
    await window.waitForURL(`**/pages/${easy.id}`);
    await window.getByRole('button', { name: 'Accept' }).waitFor();
    await window.keyboard.press('a');
    await window.getByText('You accepted this page').waitFor();
    expect((await pageOf(easy)).status).toBe('accepted');
    expect(await keys()).toBe(2);

    await window.keyboard.press('Enter');
    await window.waitForURL(`**/pages/${changed.id}`);
    expect(await keys()).toBe(3);
    await qalam.close(window);
  });

  test('a decision is taken back by a key', async () => {
    const window = await qalam.open(`/pages/${easy.id}`, { account: 'reviewer', width: 1440 });
    await window.getByText('You accepted this page').waitFor();
    await window.keyboard.press('u');
    await window.getByRole('button', { name: 'Accept' }).waitFor();
    expect((await pageOf(easy)).status).toBe('submitted');
    await qalam.close(window);
  });
});

describe('the review of a page', () => {
  test('marks on the scan what differs, goes from one to the next, and a click on a mark leads to its line', async () => {
    const window = await openReview(changed);
    const [first, second] = await firstLines(changed);
    await window.locator('.scan-host[data-state="open"]').waitFor();
    await window.waitForFunction(
      () => Number(document.querySelector<HTMLElement>('.scan-host')?.dataset['marks']) > 1,
    );
    await window.keyboard.press('j');
    await window.locator(`.scan-host[data-marked="${first.box}"]`).waitFor();
    await window.keyboard.press('j');
    await window.locator(`.scan-host[data-marked="${second.box}"]`).waitFor();
    await window.keyboard.press('Shift+F7');
    await window.locator(`.scan-host[data-marked="${first.box}"]`).waitFor();
    await window.keyboard.press('j');
    await clickOnScan(window, second.box.split(',').map(Number), first.box.split(',').map(Number));
    await window.locator(`.review .diff-line[data-line="${first.id}"][aria-current]`).waitFor();
    await window.waitForFunction((id) => document.activeElement?.id === id, `line-${first.id}`);
    await expectAccessible(window, 'review of a page');
    await qalam.close(window);
  });

  test('is done with corrections of the reviewer’s own, which can be taken back', async () => {
    const window = await openReview(changed);
    await window.keyboard.press('j');
    await window.keyboard.press('Enter');
    const [first] = await firstLines(changed);
    await window.waitForFunction((id) => document.activeElement?.id === id, `line-${first.id}`);
    await window.keyboard.press('End');
    await window.keyboard.insertText('!');
    await window.getByText('1 line corrected by you').waitFor();
    // It would take the place of the text that waits.
    await window.keyboard.press('Control+s');
    await window.getByText('kept on this device and sent with your decision').first().waitFor();
    await window.keyboard.press('Escape');
    await window.waitForFunction(() => document.activeElement?.matches('.diff-line') === true);
    await window.keyboard.press('a');
    await window.getByText('You accepted this page').waitFor();
    const accepted = await textOf(changed);
    expect(accepted).toMatchObject({ origin: 'review', author: { name: 'reviewer' } });
    expect(accepted.lines[0]?.text).toBe('Первая строка исправлена!');

    await window.keyboard.press('u');
    await window.getByText('1 line corrected by you').waitFor();
    const again = await textOf(changed);
    expect(again).toMatchObject({ origin: 'restore', author: { name: 'volunteer' } });
    expect(again.lines[0]?.text).toBe('Первая строка исправлена');
    await window.keyboard.press('r');
    await window.getByRole('button', { name: 'Turn them into notes' }).click();
    await window.getByText('I read here: Первая строка исправлена!').first().waitFor();
    await window.reload();
    await window.getByText('I read here: Первая строка исправлена!').first().waitFor();
    await window.getByRole('button', { name: 'Take the note out' }).click();
    await qalam.close(window);
  });

  test('returns the page with a kind note and one at its line, which the volunteer reads there and in My work', async () => {
    const window = await openReview(changed);
    await window.keyboard.press('j');
    await window.keyboard.press('j');
    await window.keyboard.press('n');
    await window.getByLabel('Note on line 2').waitFor();
    await window.keyboard.insertText('Здесь, кажется, ѣ');
    await window.keyboard.press('Enter');
    await window.keyboard.press('r');
    await window.keyboard.insertText('Спасибо, почти готово!');
    await window.keyboard.press('Control+Enter');
    await window.getByText('You returned this page').waitFor();
    expect((await pageOf(changed)).status).toBe('draft');
    await qalam.close(window);

    const [, second] = await firstLines(changed);
    const volunteer = await qalam.open('/work', { account: 'volunteer', width: 360, height: 800 });
    await volunteer.getByText('Здесь, кажется, ѣ').first().waitFor();
    await volunteer
      .getByRole('link', { name: /Line 2/ })
      .first()
      .click();
    await volunteer.waitForURL(`**/pages/${changed.id}?line=${second.id}`);
    await volunteer.locator('.text-panel').getByText('Спасибо, почти готово!').waitFor();
    const note = volunteer.locator('.line-note', { hasText: 'Здесь, кажется, ѣ' });
    await note.waitFor();
    const field = volunteer.locator(`#line-${second.id}`);
    expect(await field.getAttribute('aria-describedby')).toBe(await note.getAttribute('id'));
    await field.fill('Вторая строка, исправленная');
    await note.getByText('the line has been changed since').waitFor();
    await settled(volunteer);
    await expectAccessible(volunteer, 'returned page at 360 px');
    expect(await scrollsSideways(volunteer)).toBe(false);
    await qalam.close(volunteer);
  });

  test('puts three readings side by side where two people have written', async () => {
    const response = await fetch(`${qalam.url}/api/v1/pages/${changed.id}/transcription`);
    const { lines } = (await response.json()) as Transcription;
    const next = lines.map((line, index) =>
      index === 0 ? { ...line, text: 'Первая строка уточнена' } : line,
    );
    await qalam.save(
      changed.id,
      { lines: next.map(({ id, text, box }) => ({ id, text, box })), submit: true },
      response.headers.get('etag') ?? '',
      'volunteer2',
    );
    const [first] = await firstLines(changed);
    const window = await openReview(changed);
    const row = window.locator(`.diff-line[data-line="${first.id}"]`);
    await row.getByText('Three different readings').waitFor();
    expect(await row.locator('dd').allTextContents()).toEqual([
      'Первая строка уточнена',
      expect.any(String),
      'Первая строка исправлена',
    ]);
    expect(await row.locator('dd').last().locator('mark.unlike-2').textContent()).toBe('исправлена');
    await window.getByLabel('and with').selectOption({ label: 'nothing more' });
    await row.locator('ins').first().waitFor();
    await qalam.close(window);
  });
});
