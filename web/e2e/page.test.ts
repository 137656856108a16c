/** The page view in a real browser on the real service: what volunteers, reviewers and readers do there. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Page as Window } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startOnProfile } from '../../worker/local/bench/kills/killed-browser.ts';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import type { Revision, Transcription } from '../../worker/shapes/transcriptions.ts';
import {
  type Account,
  clickOnScan,
  expectAccessible,
  FIXTURES,
  type Language,
  look,
  markerAtRest,
  type Qalam,
  scrollsSideways,
  settled,
  startQalam,
} from './support.ts';

const SCAN = join(FIXTURES, 'samples/rizhskoe-utro/1915-1-war-3.jpg');
const RTL_SCAN = join(FIXTURES, 'samples/qalam-sample/page-1.png');

let qalam: Qalam;
let russian: PageRecord;
let kazakh: PageRecord;

beforeAll(async () => {
  qalam = await startQalam();
  russian = await qalam.uploadAndRead(await qalam.issueIn('ru-petr1708'), SCAN);
  kazakh = await qalam.uploadAndRead(await qalam.issueIn('kk-Arab'), RTL_SCAN);
});
afterAll(() => qalam?.stop());

const transcription = (page: PageRecord) =>
  qalam.api<Transcription>('GET', `/pages/${page.id}/transcription`);
const lineField = (window: Window, number: number) => window.locator('.lines textarea').nth(number - 1);

async function openDesk(
  page: PageRecord,
  account: Account,
  more: { language?: Language; width?: number; search?: string } = {},
) {
  const window = await qalam.open(`/pages/${page.id}${more.search ?? ''}`, { account, width: 1440, ...more });
  await lineField(window, 1).waitFor();
  return window;
}

/** Puts the text at the end of a line and waits until the draft is kept. */
async function typeInto(window: Window, number: number, text: string) {
  await lineField(window, number).focus();
  await window.keyboard.press('End');
  await window.keyboard.insertText(text);
  await window.locator('.save-draft').waitFor();
}

async function saved(window: Window) {
  await window.locator('.save-saved').waitFor();
}

async function close(window: Window) {
  await qalam.close(window);
}

describe('the desk', () => {
  test('lines are corrected by keyboard alone, saved, and there again after a reload', async () => {
    const window = await openDesk(russian, 'volunteer');
    const before = await transcription(russian);
    await lineField(window, 1).focus();
    await window.keyboard.press('End');
    await window.keyboard.insertText(' исправлено');
    await window.keyboard.press('Enter');
    expect(await lineField(window, 2).evaluate((field) => field === document.activeElement)).toBe(true);
    await window.keyboard.press('End');
    await window.keyboard.press('Alt+Enter');
    await window.keyboard.insertText('вставлено');
    await window.keyboard.press('Control+s');
    await saved(window);
    const after = await transcription(russian);
    expect(after.number).toBe(before.number + 1);
    expect(after.lines[0]?.text).toBe(`${before.lines[0]?.text} исправлено`);
    expect(after.lines[0]?.id).toBe(before.lines[0]?.id);
    expect(after.lines[2]?.text).toBe('вставлено');
    expect(after.lines).toHaveLength(before.lines.length + 1);

    await window.reload();
    await lineField(window, 1).waitFor();
    expect(await lineField(window, 3).inputValue()).toBe('вставлено');
    expect(await window.getByText('Being transcribed').count()).toBe(1);
    await close(window);
  });

  test('lines are split, joined, moved and deleted by keyboard, and undo takes all of it back', async () => {
    const window = await openDesk(russian, 'volunteer');
    const texts = () =>
      window
        .locator('.lines textarea')
        .evaluateAll((all) => all.map((field) => (field as HTMLTextAreaElement).value));
    const before = await texts();
    await lineField(window, 2).focus();
    // Home alone leads to the beginning of a row of a wrapped line.
    await window.keyboard.press('Control+Home');
    for (let step = 0; step < 4; step += 1) await window.keyboard.press('ArrowRight');
    await window.keyboard.press('Control+Enter');
    await window.waitForFunction(
      (count) => document.querySelectorAll('.lines textarea').length === count,
      before.length + 1,
    );
    await window.waitForFunction(
      () => document.activeElement === document.querySelectorAll('.lines textarea')[2],
    );
    expect((await texts())[1]).toBe(before[1]?.slice(0, 4).trimEnd());
    await window.keyboard.press('Alt+ArrowUp');
    expect((await texts())[1]).toBe(before[1]?.slice(4).trimStart());
    await window.waitForFunction(
      () => document.activeElement === document.querySelectorAll('.lines textarea')[1],
    );
    await window.keyboard.press('Control+Shift+Backspace');
    await window.waitForFunction(
      (count) => document.querySelectorAll('.lines textarea').length === count,
      before.length,
    );
    await lineField(window, 3).focus();
    await window.keyboard.press('Control+Home');
    await window.keyboard.press('Backspace');
    await window.waitForFunction(
      (count) => document.querySelectorAll('.lines textarea').length === count,
      before.length - 1,
    );
    for (let step = 0; step < 4; step += 1) await window.keyboard.press('Control+z');
    expect(await texts()).toEqual(before);
    await saved(window);
    await close(window);
  });

  test('the line in hand is marked on the scan, and a click on the scan takes a line in hand', async () => {
    const window = await openDesk(russian, 'volunteer');
    const { lines } = await transcription(russian);
    await window.locator('.scan-host[data-state="open"]').waitFor();
    const withBox = lines.flatMap((line, index) => (line.box ? [{ number: index + 1, box: line.box }] : []));
    const [first, last] = [withBox.at(0)!, withBox.at(-1)!];
    const second = withBox.at(1)!;
    await lineField(window, last.number).focus();
    await window.locator(`.scan-host[data-marked="${last.box.join(',')}"]`).waitFor();
    // The marker is brought into view, over the picture.
    const host = (await window.locator('.scan-host').boundingBox())!;
    const marker = await markerAtRest(window);
    expect(marker.y).toBeGreaterThanOrEqual(host.y - 1);
    expect(marker.y + marker.height).toBeLessThanOrEqual(host.y + host.height + 1);

    await lineField(window, first.number).focus();
    await window.locator(`.scan-host[data-marked="${first.box.join(',')}"]`).waitFor();
    await lineField(window, second.number).focus();
    await clickOnScan(window, second.box, first.box);
    await window.waitForFunction(
      (at) => document.activeElement === document.querySelectorAll('.lines textarea')[at],
      first.number - 1,
    );
    await close(window);
  });

  test('a search leads to its line, which is in hand and marked', async () => {
    const { lines } = await transcription(russian);
    const target = lines.at(5)!;
    const word = target.text.match(/\p{L}{5,}/u)![0];
    const window = await openDesk(russian, 'volunteer', {
      search: `?line=${target.id}&q=${encodeURIComponent(word)}`,
    });
    await window.locator(`.line-current #line-${target.id}`).waitFor();
    expect(await window.locator('.line-current mark.as-found').first().textContent()).toBe(word);
    await window.locator(`.scan-host[data-marked="${target.box!.join(',')}"]`).waitFor();
    await close(window);
  });

  test('a line that was just made takes the very next key', async () => {
    const window = await openDesk(russian, 'volunteer2');
    await lineField(window, 2).focus();
    const isNext = await window.evaluate(async () => {
      const before = document.activeElement!;
      before.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', altKey: true, bubbles: true, cancelable: true }),
      );
      // The next key is a task of its own, which comes after all microtasks, and need not wait for a frame.
      for (let microtask = 0; microtask < 10; microtask++) await Promise.resolve();
      const fields = [...document.querySelectorAll('.lines textarea')];
      return fields.indexOf(document.activeElement!) === fields.indexOf(before) + 1;
    });
    expect(isNext).toBe(true);
    await window.keyboard.press('Control+z');
    await saved(window);
    await close(window);
  });

  test('a line runs the other way where it is in the other script, and back', async () => {
    const window = await openDesk(russian, 'volunteer2');
    const directions = () =>
      Promise.all(
        [1, 2, 3].map((number) =>
          lineField(window, number).evaluate((field) => getComputedStyle(field).direction),
        ),
      );
    const printed = await lineField(window, 2).inputValue();
    await lineField(window, 2).fill('«قازاق» گازەتى.');
    await expect.poll(directions).toEqual(['ltr', 'rtl', 'ltr']);
    await lineField(window, 2).fill('№ 5');
    await expect.poll(directions).toEqual(['ltr', 'ltr', 'ltr']);
    await lineField(window, 2).fill(printed);
    await saved(window);
    await close(window);
  });

  test('a page in Arabic script is typed from the right, saved and read back as it was typed', async () => {
    const window = await openDesk(kazakh, 'volunteer', { language: 'kk' });
    expect(await lineField(window, 1).evaluate((field) => getComputedStyle(field).direction)).toBe('rtl');
    const text = 'قازاق گازەتٸ، 1917 جىل (№ 12)';
    await lineField(window, 1).fill(text);
    await window.keyboard.press('Control+s');
    await saved(window);
    expect((await transcription(kazakh)).lines[0]?.text).toBe(text);
    await window.reload();
    await lineField(window, 1).waitFor();
    expect(await lineField(window, 1).inputValue()).toBe(text);
    await close(window);
  });

  test('a line that cannot be stored is named, and nothing of it is lost', async () => {
    const window = await openDesk(russian, 'volunteer');
    await typeInto(window, 4, ' \u202eперевёрнуто');
    await window.keyboard.press('Control+s');
    await window.getByText('invisible sign').waitFor();
    expect(await lineField(window, 4).getAttribute('aria-invalid')).toBe('true');
    expect(await lineField(window, 4).inputValue()).toContain('перевёрнуто');
    await window.keyboard.press('Control+z');
    await saved(window);
    await close(window);
  });
});

/** Whether a draft with this line has been written on the device. */
async function isKept(text: string): Promise<boolean> {
  const opened = indexedDB.open('qalam');
  await new Promise((resolve) => opened.addEventListener('success', resolve));
  const found = opened.result.transaction('drafts').objectStore('drafts').getAll();
  await new Promise((resolve) => found.addEventListener('success', resolve));
  opened.result.close();
  return JSON.stringify(found.result).includes(JSON.stringify(text));
}

/** How many steps of undo lie on the device, over all drafts. */
async function stepsKept(): Promise<number> {
  const opened = indexedDB.open('qalam');
  await new Promise((resolve) => opened.addEventListener('success', resolve));
  const found = opened.result.transaction('drafts').objectStore('drafts').getAll();
  await new Promise((resolve) => found.addEventListener('success', resolve));
  opened.result.close();
  const records: { steps?: { changes: unknown[] } }[] = found.result;
  return records.reduce((sum, { steps }) => sum + (steps?.changes.length ?? 0), 0);
}

describe('a draft', () => {
  test('brings its steps through a reload: undo and redo go on where they were', async () => {
    const window = await openDesk(russian, 'volunteer2');
    const texts = () =>
      window
        .locator('.lines textarea')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    const [first = '', second = '', ...rest] = await texts();
    await typeInto(window, 1, ' шаг');
    await lineField(window, 2).focus();
    await window.keyboard.press('Home');
    for (let letter = 0; letter < 3; letter++) await window.keyboard.press('ArrowRight');
    await window.keyboard.press('Control+Enter');
    await window.keyboard.insertText('ещё ');
    await window.keyboard.press('Control+z');
    await expect.poll(() => window.evaluate(stepsKept)).toBe(3);
    const before = await texts();
    await window.reload();
    await window.getByText('Your draft of').waitFor();
    expect(await texts()).toEqual(before);
    await lineField(window, 1).focus();
    await window.keyboard.press('Control+Shift+z');
    await expect.poll(texts).toContain(`ещё ${before[2]}`);
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect.poll(texts).toEqual([`${first} шаг`, second, ...rest]);
    await window.keyboard.press('Control+z');
    await expect.poll(texts).toEqual([first, second, ...rest]);
    await saved(window);
    // The draft is gone, and the steps with it.
    await expect.poll(() => window.evaluate(stepsKept)).toBe(0);
    await close(window);
  });

  test('survives a reload, says so, and can be discarded', async () => {
    const window = await openDesk(russian, 'volunteer2');
    const { number } = await transcription(russian);
    const original = await lineField(window, 1).inputValue();
    await typeInto(window, 1, ' черновик');
    await window.reload();
    await lineField(window, 1).waitFor();
    await window.getByText('Your draft of').waitFor();
    expect(await lineField(window, 1).inputValue()).toBe(`${original} черновик`);
    expect((await transcription(russian)).number).toBe(number);
    await window.getByRole('button', { name: 'Discard the draft' }).click();
    await saved(window);
    expect(await lineField(window, 1).inputValue()).toBe(original);
    await window.reload();
    await lineField(window, 1).waitFor();
    expect(await lineField(window, 1).inputValue()).toBe(original);
    await close(window);
  });

  test('is kept while there is no connection, and saved when it is back', async () => {
    const window = await openDesk(russian, 'volunteer2');
    // Not in the middle of its first fetching: Playwright would wait for an answer of a worker that never began.
    await window.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await window.context().setOffline(true);
    await typeInto(window, 1, ' офлайн');
    await window.keyboard.press('Control+s');
    await window.locator('.save-offline').waitFor();
    await window.context().setOffline(false);
    await saved(window);
    expect((await transcription(russian)).lines[0]?.text).toContain('офлайн');

    // Not setOffline: it ends for a window that closes a moment before the window does, which then saves after all.
    const noSaving = '**/transcription';
    await window
      .context()
      .route(noSaving, (route) =>
        route.request().method() === 'PUT' ? route.abort('internetdisconnected') : route.continue(),
      );
    await typeInto(window, 1, ' закрыто');
    await window.keyboard.press('Control+s');
    await window.locator('.save-offline').waitFor();
    const next = await window.context().newPage();
    await window.close();
    await next.context().unroute(noSaving);
    // Not until all pictures are there: by then the news may be gone again.
    await next.goto(`${qalam.url}/pages/${russian.id}`, { waitUntil: 'commit' });
    await next.getByText('Saved.').waitFor();
    await saved(next);
    expect((await transcription(russian)).lines[0]?.text).toContain('закрыто');
    await close(next);
  });

  test('stays on the device through signing out, for the same person only', async () => {
    const window = await openDesk(russian, 'volunteer2');
    await typeInto(window, 2, ' не сохранено');
    await window.getByRole('button', { name: 'Sign out' }).click();
    await window.locator('.line-text').first().waitFor();
    expect(await window.getByText('не сохранено').count()).toBe(0);
    await qalam.signInAgain(window, 'volunteer2');
    await window.reload();
    await window.getByText('Your draft of').waitFor();
    expect(await lineField(window, 2).inputValue()).toContain('не сохранено');
    await window.getByRole('button', { name: 'Discard the draft' }).click();
    await saved(window);
    await close(window);
  });

  test('of each of two windows of one person is its own, and none is lost when both are gone', async () => {
    const one = await openDesk(russian, 'volunteer2');
    await typeInto(one, 1, ' в первом окне');
    const two = await one.context().newPage();
    await two.goto(`${qalam.url}/pages/${russian.id}`);
    await two.getByText('You have this page open in another window').waitFor();
    expect(await lineField(two, 1).inputValue()).not.toContain('в первом окне');
    await typeInto(two, 2, ' во втором окне');
    await one.getByText('You have this page open in another window').waitFor();
    await typeInto(one, 3, ' и ещё');
    await two.reload();
    await two.getByText('Your draft of').waitFor();
    expect(await lineField(two, 1).inputValue()).not.toContain('в первом окне');
    expect(await lineField(two, 2).inputValue()).toContain('во втором окне');
    await two.keyboard.press('Control+s');
    await saved(two);
    await one.getByText('You have this page open in another window').waitFor({ state: 'hidden' });

    // What a window leaves behind is offered in the other, which opens it when nothing is unsaved there.
    const third = await one.context().newPage();
    await third.goto(`${qalam.url}/pages/${russian.id}`);
    await typeInto(third, 4, ' в третьем');
    await one.getByText('You have this page open in another window').waitFor();
    await third.getByRole('link', { name: 'Publications' }).first().click();
    await one.getByText('Another window of yours left text').waitFor();
    await one.getByText('Save here first').waitFor();
    await two.getByRole('button', { name: 'Open it here' }).click();
    await expect.poll(() => lineField(two, 4).inputValue()).toContain('в третьем');
    for (const window of [one, two])
      await window.getByText('Another window of yours left text').waitFor({ state: 'hidden' });
    await two.getByRole('button', { name: 'Discard the draft' }).click();
    await saved(two);
    await third.close();
    await two.close();
    await one.reload();
    await one.getByText('Someone has saved since').waitFor();
    expect(await lineField(one, 1).inputValue()).toContain('в первом окне');
    expect(await lineField(one, 3).inputValue()).toContain('и ещё');
    await one.getByRole('button', { name: 'Discard the draft' }).click();
    // What the other window saved comes in its place.
    await expect.poll(() => lineField(one, 2).inputValue()).toContain('во втором окне');
    await close(one);
  });

  test('is waited for where the device is slow, and left for the next time where it does not answer', async () => {
    const window = await openDesk(russian, 'volunteer2');
    await typeInto(window, 1, ' медленно');
    const answering = (after: number) =>
      window.evaluate((milliseconds) => sessionStorage.setItem('slow', String(milliseconds)), after);
    // What has come is told late, as by a disk that sleeps.
    await window.addInitScript(() => {
      const slow = Number(sessionStorage.getItem('slow') ?? 0);
      // oxlint-disable-next-line typescript/unbound-method -- called with its object below
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (...name) {
        const request = open.apply(this, name);
        const listen = request.addEventListener.bind(request);
        const late = (what: string, told: EventListener) =>
          listen(what, what === 'success' ? (event) => void setTimeout(told, slow, event) : told);
        request.addEventListener = late as typeof request.addEventListener;
        return request;
      };
    });
    await answering(4000);
    await window.reload();
    await window.getByText('Looking on this device').waitFor();
    expect(await lineField(window, 1).count()).toBe(0);
    await window.getByText('Your draft of').waitFor();
    expect(await lineField(window, 1).inputValue()).toContain('медленно');

    await answering(1_000_000);
    await window.reload();
    const leave = window.locator('.notice button');
    await leave.waitFor();
    for (const [language, width, scheme, words] of [
      ['ru', 360, 'dark', 'Открыть страницу без него'],
      ['kk', 360, 'light', 'Бетті онсыз ашу'],
      ['en', 1440, 'light', 'Open the page without it'],
    ] as const) {
      // The choice of language is in the header of a wide window.
      await look(window, { width: 1440, scheme });
      await window.getByRole('banner').locator('select').selectOption(language);
      await window.getByRole('button', { name: words }).waitFor();
      await look(window, { width, scheme });
      await expectAccessible(window, `a draft that is looked for, ${language} ${width} ${scheme}`);
      expect(await scrollsSideways(window)).toBe(false);
    }
    await leave.press('Enter');
    await lineField(window, 1).focus();
    await window.keyboard.press('End');
    await window.keyboard.insertText(' вслепую');
    await window.locator('.save-unsaved').waitFor();
    await answering(0);
    await window.reload();
    await window.getByText('Your draft of').waitFor();
    expect(await lineField(window, 1).inputValue()).toContain('медленно');
    await window.getByRole('button', { name: 'Discard the draft' }).click();
    await saved(window);
    await close(window);
  });

  test('outlives the browser, killed in mid-line without a warning, again and again', async () => {
    const window = await openDesk(russian, 'volunteer2');
    const cookies = await window.context().cookies();
    const original = await lineField(window, 1).inputValue();
    await close(window);
    const profile = await mkdtemp(join(tmpdir(), 'qalam-killed-'));
    const open = async () => {
      const killed = await startOnProfile(profile);
      await killed.context.addCookies(cookies);
      const page = await killed.context.newPage();
      await page.goto(`${qalam.url}/pages/${russian.id}`);
      await lineField(page, 1).waitFor();
      return { killed, page };
    };
    let typed = '';
    for (const word of [' первое', ' второе', ' третье']) {
      const { killed, page } = await open();
      expect(await lineField(page, 1).inputValue()).toBe(original + typed);
      await lineField(page, 1).focus();
      await page.keyboard.press('End');
      for (const letter of word) await page.keyboard.insertText(letter);
      typed += word;
      await page.waitForFunction(isKept, original + typed);
      await page.keyboard.insertText('?');
      killed.kill();
      await killed.gone();
      // The last letter was on its way: it may be there or not.
      const after = await open();
      const found = await lineField(after.page, 1).inputValue();
      expect([original + typed, `${original}${typed}?`]).toContain(found);
      typed = found.slice(original.length);
      after.killed.kill();
      await after.killed.gone();
    }
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  test('that a full device does not keep is said plainly', async () => {
    const window = await openDesk(russian, 'volunteer2');
    await window.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await lineField(window, 1).focus();
    await window.keyboard.press('End');
    await window.keyboard.insertText('!');
    await window.getByText('This device is full').waitFor();
    await window.keyboard.press('Control+s');
    await saved(window);
    expect(await window.getByText('This device is full').count()).toBe(0);
    await close(window);
  });
});

describe('a page on which the machine found nothing', () => {
  test('says so, and is typed by hand', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'qalam-blank-'));
    const file = join(folder, 'blank.png');
    await writeFile(file, blankPng(600, 400));
    const page = await qalam.uploadAndRead(await qalam.issueIn('ru-petr1708'), file);
    await rm(folder, { recursive: true });
    const window = await qalam.open(`/pages/${page.id}`, { account: 'volunteer', width: 1440 });
    await window.getByText('The page looks blank.').waitFor();
    await expectAccessible(window, 'blank page');
    await window.getByRole('button', { name: 'Begin with the first line' }).click();
    await window.keyboard.insertText('первая строка');
    await window.keyboard.press('Enter');
    await lineField(window, 2).waitFor();
    await window.waitForFunction(
      () => document.activeElement === document.querySelectorAll('.lines textarea')[1],
    );
    await window.keyboard.insertText('вторая строка');
    await window.keyboard.press('Control+s');
    await saved(window);
    expect((await transcription(page)).lines.map((line) => line.text)).toEqual([
      'первая строка',
      'вторая строка',
    ]);
    await window.locator('.badge', { hasText: 'Being transcribed' }).first().waitFor();
    await close(window);
  });
});

describe('two people on one page', () => {
  test('who saves second chooses line by line, and the text of both is saved', async () => {
    const one = await openDesk(russian, 'volunteer');
    const two = await openDesk(russian, 'volunteer2');
    await typeInto(one, 1, ' первый');
    await typeInto(one, 2, ' только первый');
    await typeInto(two, 1, ' второй');
    await typeInto(two, 3, ' только второй');
    await one.keyboard.press('Control+s');
    await saved(one);
    await two.keyboard.press('Control+s');
    await two.getByRole('heading', { name: 'Two versions of this page' }).waitFor();
    await expectAccessible(two, 'merge');
    const asked = two.locator('.merge-row').first();
    await asked.getByRole('radio', { name: 'Another wording' }).check();
    await asked.getByRole('textbox').fill('первый и второй');
    await two.getByRole('button', { name: 'Save the merged text' }).click();
    await saved(two);
    const { lines } = await transcription(russian);
    expect(lines[0]?.text).toBe('первый и второй');
    expect(lines[1]?.text).toMatch(/только первый$/);
    expect(lines[2]?.text).toMatch(/только второй$/);
    await close(one);
    await close(two);
  });
});

describe('tags', () => {
  test('a selection is tagged by keyboard and approved by another person', async () => {
    const window = await openDesk(russian, 'volunteer');
    await lineField(window, 1).fill('Алихан Букейханов прибыл');
    await window.keyboard.press('Control+s');
    await saved(window);
    await lineField(window, 1).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 17));
    await window.keyboard.press('Control+k');
    const search = window.getByRole('dialog').getByRole('combobox');
    await search.waitFor();
    expect(await search.inputValue()).toBe('Алихан Букейханов');
    await search.fill('Букейханов');
    // Enter chooses among what was found for these words, not for those of before.
    await window.getByRole('dialog').locator('[role=listbox]:not([aria-busy])').waitFor();
    await window.getByRole('dialog').getByRole('option').first().waitFor();
    await window.keyboard.press('Enter');
    await window.getByText('Chosen:').waitFor();
    await expectAccessible(window, 'tag dialog');
    await window.getByRole('button', { name: 'Propose the tag' }).click();
    await window.locator('.line mark.as-proposed').waitFor();
    expect(await window.locator('.line mark.as-proposed').textContent()).toBe('Алихан Букейханов');
    expect(await window.locator('.tag-row').getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await close(window);

    const reviewer = await openDesk(russian, 'reviewer');
    // The gazetteer's own proposal of the same words may still be there; people's come first.
    await reviewer.locator('.tag-row').getByRole('button', { name: 'Approve' }).first().click();
    await reviewer.locator('.line mark.as-approved').waitFor();
    await close(reviewer);
  });

  test('words that are not saved yet are saved before they are tagged', async () => {
    const window = await openDesk(russian, 'volunteer');
    await lineField(window, 2).fill('Алашъ-Орда въ Семипалатинскѣ');
    await lineField(window, 2).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(14, 28));
    await window.keyboard.press('Control+k');
    await window.getByRole('dialog').getByRole('combobox').fill('Семипалатинск');
    await window.getByRole('dialog').getByRole('option').first().click();
    await window.getByRole('button', { name: 'Save and propose the tag' }).click();
    await window.locator('.tag-row', { hasText: 'Семипалатинскѣ' }).waitFor();
    expect((await transcription(russian)).lines[1]?.text).toBe('Алашъ-Орда въ Семипалатинскѣ');
    await window
      .locator('.tag-row', { hasText: 'Семипалатинскѣ' })
      .getByRole('button', { name: 'Withdraw' })
      .click();
    await window.locator('.tag-row', { hasText: 'Семипалатинскѣ' }).waitFor({ state: 'detached' });
    await close(window);
  });
});

describe('review', () => {
  test('a page that was handed in is returned with a note that its volunteer sees, then accepted', async () => {
    const volunteer = await openDesk(russian, 'volunteer');
    await typeInto(volunteer, 5, ' сдано');
    await volunteer.getByRole('button', { name: 'Save and hand in for review' }).click();
    await saved(volunteer);
    await volunteer
      .getByText('This is your own work')
      .or(volunteer.getByText('It waits for a reviewer'))
      .first()
      .waitFor();

    const reviewer = await openDesk(russian, 'reviewer');
    await reviewer.locator('.review .diff-line').first().waitFor();
    await expectAccessible(reviewer, 'review');
    await reviewer.getByRole('button', { name: 'Note, return' }).click();
    await reviewer.getByRole('button', { name: 'Return with notes' }).click();
    await reviewer.getByText('Say in a few words').waitFor();
    await reviewer.getByLabel('Note to the volunteer').fill('Строка 5: последнее слово лишнее.');
    await reviewer.getByRole('button', { name: 'Return with notes' }).click();
    await reviewer.locator('.badge', { hasText: 'Being transcribed' }).first().waitFor();

    await volunteer.reload();
    await volunteer.getByText('Строка 5: последнее слово лишнее.').first().waitFor();
    await typeInto(volunteer, 5, ' ещё раз');
    await volunteer.keyboard.press('Control+s');
    await saved(volunteer);
    await volunteer.locator('.text-panel').getByText('Строка 5: последнее слово лишнее.').waitFor();
    await volunteer.getByRole('button', { name: 'Save and hand in for review' }).click();
    await volunteer.locator('.badge', { hasText: 'Waiting for review' }).first().waitFor();

    await reviewer.reload();
    await reviewer.getByRole('button', { name: 'Accept' }).click();
    await reviewer.locator('.badge', { hasText: 'Reviewed' }).first().waitFor();
    expect((await transcription(russian)).acceptedAt).toBeDefined();
    await close(volunteer);
    await close(reviewer);
  });

  test('nobody is offered to review their own work', async () => {
    const window = await openDesk(kazakh, 'reviewer');
    await typeInto(window, 2, ' ا');
    await window.getByRole('button', { name: 'Save and hand in for review' }).click();
    await window.getByText('This is your own work').waitFor();
    expect(await window.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await close(window);
  });

  test('every version is in the history, and an earlier one can be current again', async () => {
    const window = await openDesk(kazakh, 'volunteer');
    const { number } = await transcription(kazakh);
    await window.getByRole('button', { name: 'History' }).click();
    const rows = window.locator('.history .rows > li');
    await rows.nth(number - 1).waitFor();
    await rows.first().getByRole('button', { name: 'What changed' }).click();
    await rows.first().locator('ins').first().waitFor();
    await expectAccessible(window, 'history');
    await rows.last().getByRole('button', { name: 'Restore' }).click();
    await rows.nth(number).waitFor();
    const now = await transcription(kazakh);
    const { items } = await qalam.api<{ items: Revision[] }>('GET', `/pages/${kazakh.id}/revisions`);
    const first = await qalam.api<Revision>('GET', `/revisions/${items.at(-1)!.id}`);
    expect(now.origin).toBe('restore');
    expect(now.lines.map((line) => line.text)).toEqual(first.lines.map((line) => line.text));
    expect(await lineField(window, 1).inputValue()).toBe(first.lines[0]?.text);
    await close(window);
  });
});

describe('the page view', () => {
  test.each([
    { language: 'en', width: 1440, scheme: 'light', panels: true },
    { language: 'ru', width: 1440, scheme: 'dark', panels: false },
    { language: 'kk', width: 1440, scheme: 'light', panels: false },
    { language: 'en', width: 360, scheme: 'dark', panels: false },
    { language: 'ru', width: 360, scheme: 'light', panels: false },
    { language: 'kk', width: 360, scheme: 'dark', panels: true },
  ] as const)(
    'is accessible in $language at $width px, $scheme, and does not scroll sideways',
    async ({ language, width, scheme, panels }) => {
      const window = await qalam.open(`/pages/${russian.id}`, {
        account: 'volunteer',
        language,
        width,
        scheme,
        height: 800,
      });
      await lineField(window, 3).click();
      await window.locator('.scan-host[data-state="open"]').waitFor();
      // In either language the same colours; wide light, wide dark and narrow dark are looked at once.
      const contrast = language === 'en' || (language === 'ru' && width === 1440);
      await expectAccessible(window, `${language} ${width} ${scheme}`, { contrast });
      expect(await scrollsSideways(window)).toBe(false);
      for (const panel of panels ? await window.locator('.panel-button').all() : []) {
        await panel.click();
        await settled(window);
        await expectAccessible(window, `${language} ${width} ${scheme}, ${await panel.textContent()}`);
      }
      await close(window);
    },
  );

  test('is read without an account, says how to cite the page and gives the text as a file', async () => {
    const window = await qalam.open(`/pages/${kazakh.id}`, { width: 1440 });
    await window.locator('.line-text').first().click();
    expect(await window.locator('.lines textarea').count()).toBe(0);
    await window.getByRole('button', { name: 'Cite' }).click();
    expect(await window.locator('.cite-line').textContent()).toContain(`/pages/${kazakh.id}`);
    const download = window.waitForEvent('download');
    await window.getByRole('button', { name: 'Text as a file' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.txt$/);
    await expectAccessible(window, 'guest');
    await close(window);
  });

  test('says in words when the scan cannot be shown, and the lines stay', async () => {
    const window = await qalam.open('/', { account: 'volunteer' });
    // What this device keeps would be shown instead.
    const devtools = await window.context().newCDPSession(window);
    await devtools.send('Network.enable');
    await devtools.send('Network.setBypassServiceWorker', { bypass: true });
    await window.route(`**${russian.scan.viewUrl}`, (route) => route.abort());
    await window.goto(`${qalam.url}/pages/${russian.id}`);
    await window.getByText('The scan could not be shown').waitFor();
    expect(await window.getByRole('link', { name: 'Original scan' }).getAttribute('href')).toBe(
      russian.scan.url,
    );
    await lineField(window, 1).waitFor();
    // The window is used again, and with it what was set here.
    await devtools.detach();
    await close(window);
  });
});

/** A white sheet, 8-bit grey. */
function blankPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 0xff);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
