/** The scan of the page view in a real browser: how it is looked at, and how it goes with the text. */
import { join } from 'node:path';
import type { Page as Window } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import type { Transcription } from '../../worker/shapes/transcriptions.ts';
import {
  expectAccessible,
  FIXTURES,
  markerAtRest,
  type Qalam,
  scrollsSideways,
  startQalam,
} from './support.ts';

let qalam: Qalam;
let russian: PageRecord;
let kazakh: PageRecord;

beforeAll(async () => {
  qalam = await startQalam();
  const samples = join(FIXTURES, 'samples');
  russian = await qalam.uploadAndRead(
    await qalam.issueIn('ru-petr1708'),
    join(samples, 'rizhskoe-utro/1915-1-war-3.jpg'),
  );
  kazakh = await qalam.uploadAndRead(
    await qalam.issueIn('kk-Arab'),
    join(samples, 'qalam-sample/page-1.png'),
  );
});
afterAll(() => qalam?.stop());

const linesOf = async (page: PageRecord) =>
  (await qalam.api<Transcription>('GET', `/pages/${page.id}/transcription`)).lines;
const lineField = (window: Window, number: number) => window.locator('.lines textarea').nth(number - 1);

async function openScan(
  page: PageRecord,
  visit: { width?: number; height?: number; language?: 'en' | 'ru' | 'kk'; scheme?: 'light' | 'dark' } = {},
) {
  const window = await qalam.open(`/pages/${page.id}`, { account: 'volunteer', width: 1440, ...visit });
  await window.locator('.scan-host[data-state="open"]').waitFor();
  return window;
}

const pictureFilter = (window: Window) =>
  window
    .locator('.scan-host')
    .evaluate((host) =>
      [...host.querySelectorAll('canvas')]
        .map((canvas) => canvas.style.filter)
        .find((filter) => filter !== ''),
    );

describe('the look of the scan', () => {
  test('light and turn are set by keyboard, remembered, and never touch the stored scan', async () => {
    const window = await openScan(russian);
    await window.locator('.openseadragon-canvas').focus();
    await window.keyboard.press('b');
    await window.keyboard.press('i');
    await window.keyboard.press('r');
    expect(await pictureFilter(window)).toBe('brightness(110%) invert(1)');
    await window.reload();
    await window.locator('.scan-host[data-state="open"]').waitFor();
    expect(await pictureFilter(window)).toBe('brightness(110%) invert(1)');
    await window.getByRole('button', { name: 'Picture' }).click();
    await expectAccessible(window, 'picture tools');
    // A page on its side: its marker stands upright.
    await lineField(window, 3).focus();
    await window.waitForFunction(() => {
      const box = document.querySelector('.scan-current')!.getBoundingClientRect();
      return box.height > box.width;
    });
    await window.getByRole('button', { name: 'As scanned' }).click();
    expect(await pictureFilter(window)).toBe('none');
    await qalam.close(window);
  });

  test('the scan is zoomed while typing, without leaving the line', async () => {
    const window = await openScan(russian);
    await lineField(window, 2).focus();
    await window.locator('.scan-current').waitFor();
    const width = () => window.locator('.scan-current').evaluate((one) => one.getBoundingClientRect().width);
    const before = await width();
    await window.keyboard.press('Alt+PageUp');
    await window.waitForFunction(
      (than) => document.querySelector('.scan-current')!.getBoundingClientRect().width > than * 1.2,
      before,
    );
    expect(await lineField(window, 2).evaluate((field) => field === document.activeElement)).toBe(true);
    await qalam.close(window);
  });

  test('scan and text stand beside or above each other as the person likes', async () => {
    const window = await openScan(russian);
    await window.getByRole('button', { name: 'Scan above the text' }).click();
    await window.reload();
    await window.locator('.scan-host[data-state="open"]').waitFor();
    const scan = (await window.locator('.scan').boundingBox())!;
    const text = (await window.locator('.text-panel').boundingBox())!;
    expect(scan.y + scan.height).toBeLessThanOrEqual(text.y);
    await expectAccessible(window, 'scan above the text');
    await window.getByRole('button', { name: 'Scan beside the text' }).click();
    await window.waitForFunction(() => !document.querySelector('.bench-above'));
    await qalam.close(window);
  });
});

describe('scan and text go together', () => {
  test('each line has its strip of the scan above its text on request, remembered', async () => {
    const window = await openScan(russian);
    await lineField(window, 1).focus();
    await window.keyboard.press('Alt+s');
    const strip = window.locator('.line').nth(1).locator('.row-strip');
    const inked = () =>
      strip.evaluate((one) => {
        const canvas = one as HTMLCanvasElement;
        if (canvas.width < 10) return false;
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        const greys = [...data].filter((_, at) => at % 4 === 0);
        return Math.max(...greys) - Math.min(...greys) > 60;
      });
    await strip.waitFor();
    await expect.poll(inked).toBe(true);
    const [above, field] = [(await strip.boundingBox())!, (await lineField(window, 2).boundingBox())!];
    expect(above.y + above.height).toBeLessThanOrEqual(field.y + 1);
    await expectAccessible(window, 'strips');
    await window.reload();
    await strip.waitFor();
    await window.keyboard.press('Alt+s');
    await strip.waitFor({ state: 'detached' });
    await qalam.close(window);
  });

  test.each([
    ['left to right', () => russian],
    ['right to left', () => kazakh],
  ])('a click near the end of a line puts the caret there, %s', async (_, page) => {
    const window = await openScan(page());
    const lines = await linesOf(page());
    const line = lines.find(({ box, text }) => box !== null && text.length > 12);
    if (!line?.box) throw new Error('The sample has no line of that length.');
    const number = lines.indexOf(line) + 1;
    await lineField(window, number).focus();
    await window.getByRole('button', { name: 'Line large' }).click();
    await window.locator(`.scan-host[data-marked="${line.box.join(',')}"]`).waitFor();
    const marker = await markerAtRest(window);
    const end = page() === kazakh ? 0.06 : 0.94;
    await lineField(window, number === 1 ? 2 : 1).focus();
    await lineField(window, number).focus();
    await window.mouse.click(marker.x + marker.width * end, marker.y + marker.height / 2);
    await expect
      .poll(() => lineField(window, number).evaluate((field: HTMLTextAreaElement) => field.selectionStart))
      .toBeGreaterThan(line.text.length * 0.75);
    await qalam.close(window);
  });

  test('on a phone whose keyboard is open, the strip of the line and its text are what is seen', async () => {
    const window = await openScan(kazakh, { width: 360, height: 780 });
    await lineField(window, 2).click();
    await window.setViewportSize({ width: 360, height: 400 });
    await window.locator('.scan').waitFor({ state: 'hidden' });
    await window.locator('.line-strip').waitFor();
    const field = (await lineField(window, 2).boundingBox())!;
    const strip = (await window.locator('.line-strip').boundingBox())!;
    expect(strip.y).toBeLessThan(field.y);
    // A line that begins at the right has its strip there.
    const picture = (await window.locator('.line-strip-view').boundingBox())!;
    expect(picture.x + picture.width).toBeCloseTo(strip.x + strip.width, 0);
    // The ways to save stay in reach above the keyboard.
    const bar = (await window.locator('.save-bar').boundingBox())!;
    expect(bar.y + bar.height).toBeLessThanOrEqual(401);
    expect(await scrollsSideways(window)).toBe(false);
    await window.setViewportSize({ width: 360, height: 780 });
    await window.locator('.scan').waitFor();
    await expectAccessible(window, 'phone');
    await qalam.close(window);
  });
});

describe('a phone', () => {
  const linesInSight = (window: Window) =>
    window.evaluate(() => {
      const top = document.querySelector('.line-strip')!.getBoundingClientRect().bottom;
      const list = document.querySelector('.text-scroll')!.getBoundingClientRect();
      const end = Math.min(list.bottom, innerHeight);
      return [...document.querySelectorAll('.lines textarea')].filter((field) => {
        const { top: from, bottom: to } = field.getBoundingClientRect();
        return from >= top - 1 && to <= end + 1;
      }).length;
    });

  test('has five lines in sight under the scan, and more when it is hidden by one button', async () => {
    const window = await openScan(russian, { width: 360, height: 740, language: 'ru' });
    await lineField(window, 4).click();
    await expect.poll(() => linesInSight(window)).toBeGreaterThanOrEqual(5);
    await window.getByRole('button', { name: 'Скан: малый' }).click();
    await window.getByRole('button', { name: 'Скан: большой' }).click();
    await window.locator('.scan').waitFor({ state: 'hidden' });
    await expect.poll(() => linesInSight(window)).toBeGreaterThanOrEqual(8);
    await window.reload();
    await lineField(window, 1).waitFor();
    await window.getByRole('button', { name: 'Скан: скрыт' }).click();
    await window.locator('.scan').waitFor();
    expect(await scrollsSideways(window)).toBe(false);
    await expectAccessible(window, 'page view on a phone');
    await qalam.close(window);
  });

  test.each(['russian', 'kazakh'] as const)(
    'shows all rows of a line while it is typed, %s',
    async (which) => {
      const target = { russian, kazakh }[which];
      const window = await openScan(target, { width: 360, height: 740 });
      const field = lineField(window, 4);
      await field.fill('');
      /** How much of the text is not shown, and how far the box of the line reaches beyond its field, in pixels. */
      const fit = () =>
        field.evaluate((element) => [
          element.scrollHeight - element.clientHeight,
          element.parentElement!.offsetHeight - (element as HTMLElement).offsetHeight,
        ]);
      const rows = () => field.evaluate((element) => element.clientHeight);
      const low = await rows();
      for (let words = 0; words < 12; words += 1) {
        await window.keyboard.insertText(which === 'kazakh' ? 'سىناق ' : 'слово ');
        await expect.poll(fit).toEqual([0, 0]);
      }
      expect(await rows()).toBeGreaterThan(1.5 * low);
      await window.keyboard.press('Control+a');
      await window.keyboard.press('Delete');
      await expect.poll(fit).toEqual([0, 0]);
      expect(await rows()).toBe(low);
      await qalam.close(window);
    },
  );

  test('keeps the line in hand in sight when what is below it grows', async () => {
    const window = await openScan(russian, { width: 360, height: 740, language: 'kk' });
    await lineField(window, 4).click();
    const end = () =>
      window.locator('.text-scroll').evaluate((element) => element.getBoundingClientRect().bottom);
    const ends = () =>
      window
        .locator('.lines textarea')
        .evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().bottom));
    const before = await end();
    const lowest = (await ends()).findLastIndex((one) => one <= before);
    await lineField(window, lowest + 1).click();
    const top = async () => (await window.locator('.bench').boundingBox())!.y;
    expect(await top()).toBeCloseTo(0, 0);
    // With the first change it is said above the desk until when the page is kept.
    await window.keyboard.insertText('а');
    await window.getByText('дейін сізге бекітілді').waitFor({ state: 'attached' });
    expect(await top()).toBeCloseTo(0, 0);
    for (const name of ['Ескертпе', 'Әріптер']) {
      const last = await end();
      await window.getByRole('button', { name }).last().click();
      await expect.poll(end).toBeLessThan(last);
      expect((await ends())[lowest]).toBeLessThanOrEqual((await end()) + 1);
      // Nothing of the desk is pushed out of the window.
      expect(await top()).toBeCloseTo(0, 0);
    }
    await qalam.close(window);
  });
});

describe('line boxes', () => {
  const openBoxes = async (page: PageRecord, visit: Parameters<typeof openScan>[1] = {}) => {
    const window = await openScan(page, visit);
    await lineField(window, 1).focus();
    await window.keyboard.press('F8');
    await window.locator('.box-layer').waitFor();
    return window;
  };
  const boxesOf = async (page: PageRecord) => (await linesOf(page)).map(({ box }) => box);

  test('are moved and sized by keyboard, taken back, saved with the lines', async () => {
    const window = await openBoxes(russian);
    await expectAccessible(window, 'editing boxes');
    const [before] = await boxesOf(russian);
    expect(before).not.toBeNull();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Shift+ArrowLeft');
    await window.locator('.save-draft').waitFor();
    await window.keyboard.press('Control+z');
    await window.locator('.save-saved').waitFor();
    await window.keyboard.press('Control+Shift+z');
    await window.locator('.save-draft').waitFor();
    await window.keyboard.press('Control+s');
    await window.locator('.save-saved').waitFor();
    const [after] = await boxesOf(russian);
    expect(after![1]).toBeGreaterThan(before![1]);
    expect(after![2]).toBeLessThan(before![2]);
    expect([after![0], after![3]]).toEqual([before![0], before![3]]);

    await window.keyboard.press('Delete');
    await window.keyboard.press('Control+s');
    await window.locator('.save-saved').waitFor();
    expect((await boxesOf(russian))[0]).toBeNull();
    await window.keyboard.press('Escape');
    await window.locator('.box-layer').waitFor({ state: 'detached' });
    await qalam.close(window);
  });

  test('are drawn, dragged and cut by mouse', async () => {
    const window = await openBoxes(kazakh);
    const before = await linesOf(kazakh);
    await window.getByRole('button', { name: 'Whole page', exact: true }).click();
    const place = (await window.locator('.box-layer').boundingBox())!;
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    await window.getByRole('button', { name: 'Draw', exact: true }).click();
    await window.mouse.move(x - 60, y - 20);
    await window.mouse.down();
    await window.mouse.move(x + 40, y, { steps: 3 });
    await window.mouse.up();
    await window.waitForFunction(
      (count) => document.querySelectorAll('.lines textarea').length === count,
      before.length + 1,
    );
    const chosen = window.locator('.box-chosen');
    const drawn = (await chosen.boundingBox())!;
    expect(Math.abs(drawn.width - 100)).toBeLessThan(6);
    await window.mouse.move(x, y - 10);
    await window.mouse.down();
    await window.mouse.move(x + 30, y - 10, { steps: 3 });
    await window.mouse.up();
    const wayMoved = async () => (await chosen.boundingBox())!.x - drawn.x;
    await expect.poll(async () => Math.abs((await wayMoved()) - 30)).toBeLessThan(6);
    await window.getByRole('button', { name: 'Cut', exact: true }).click();
    await window.mouse.click(x + 10, y - 10);
    await window.waitForFunction(
      (count) => document.querySelectorAll('.lines textarea').length === count,
      before.length + 2,
    );
    for (let step = 0; step < 3; step += 1)
      await window.locator('.box-tools').getByRole('button', { name: 'Undo' }).click();
    await window.locator('.save-saved').waitFor();
    await qalam.close(window);
  });

  test.each(['ru', 'kk'] as const)(
    'are edited on a phone in %s without scrolling sideways',
    async (language) => {
      const window = await openBoxes(kazakh, { width: 360, height: 780, language, scheme: 'dark' });
      await expectAccessible(window, `boxes on a phone, ${language}`, { contrast: language === 'ru' });
      expect(await scrollsSideways(window)).toBe(false);
      await qalam.close(window);
    },
  );
});
