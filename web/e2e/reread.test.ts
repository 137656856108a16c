/** Reading again in a real browser: a part of the scan by the browser itself, with and without a connection. */
import { join } from 'node:path';
import type { Page as Window } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import { expectAccessible, FIXTURES, type Qalam, scrollsSideways, startQalam } from './support.ts';

let qalam: Qalam;
let page: PageRecord;
let window: Window;

beforeAll(async () => {
  qalam = await startQalam();
  const issue = await qalam.issueIn('ru-petr1708');
  page = await qalam.uploadAndRead(issue, join(FIXTURES, 'samples/rizhskoe-utro/1915-1-war-5.jpg'));
  window = await qalam.open(`/pages/${page.id}`, { account: 'volunteer', width: 1440 });
  await window.locator('.scan-host[data-state="open"]').waitFor();
});
afterAll(() => qalam?.stop());

const field = (number: number) => window.locator('.lines textarea').nth(number - 1);
const outcome = () => window.locator('.region-outcome');
const texts = () =>
  window
    .locator('.lines textarea')
    .evaluateAll((fields) => fields.map((one) => (one as HTMLTextAreaElement).value));

/** Says how far it came, or what went wrong, where nothing was read. */
async function expectRead(where: Window) {
  const news = async () => {
    if (await where.locator('.region-outcome').isVisible()) return 'read';
    return (await where.locator('.region-news').allInnerTexts()).join();
  };
  await expect.poll(news, { timeout: 150_000 }).toBe('read');
}

/** By keyboard alone, with the part around a line chosen. */
async function openReading(where: Window, number: number) {
  await where.locator('.scan-host[data-state="open"]').waitFor();
  await where
    .locator('.lines textarea')
    .nth(number - 1)
    .focus();
  await where.keyboard.press('F9');
  await where.locator('.box-layer:focus').waitFor();
}

/** The line in hand, a little more of the scan around it. */
async function readLine(number: number) {
  await openReading(window, number);
  await window.keyboard.press('Control+ArrowLeft');
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Enter');
  await expectRead(window);
}

test('a line is read again in the browser, compared, put into the text, and taken back, by keyboard', async () => {
  const before = await texts();
  const number = before.findIndex((text) => text.length > 20) + 1;
  const readByService = before[number - 1] ?? '';
  await field(number).fill('что-то совсѣмъ другое');
  await readLine(number);
  expect(await outcome().locator('del').innerText()).toContain('другое');
  await expectAccessible(window, 'a part that was read');
  expect((await texts())[number - 1]).toBe('что-то совсѣмъ другое');

  await outcome()
    .getByRole('button', { name: /Put in place of 1 line/ })
    .press('Enter');
  // The part takes in what is left of the next line; both readers leave that out and read the line alike.
  const readHere = (await texts())[number - 1] ?? '';
  const words = readByService.split(' ');
  expect(readHere.split(' ').filter((word) => words.includes(word)).length).toBeGreaterThan(words.length / 2);
  expect(await texts()).toHaveLength(before.length);
  await field(number).press('Control+z');
  expect((await texts())[number - 1]).toBe('что-то совсѣмъ другое');
});

test('what is asked for before the models are known is read as soon as they are', async () => {
  const early = await qalam.open(`/pages/${page.id}`, { account: 'volunteer2', width: 1440 });
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await early.route('**/api/v1/models', async (route) => {
    await released;
    await route.continue();
  });
  await openReading(early, 3);
  await early.keyboard.press('Enter');
  await early.locator('.region-tools [aria-busy="true"]').waitFor();
  release();
  await expectRead(early);
  await qalam.close(early);
});

test('once used it reads without a connection, and after that another worker starts again', async () => {
  await window.getByRole('button', { name: 'Done', exact: true }).click();
  await window.context().setOffline(true);
  await readLine(3);
  expect(await outcome().innerText()).toMatch(/1 line read/);
  await outcome().getByRole('button', { name: 'Leave the text as it is' }).click();
  await window.context().setOffline(false);
});

test('what is read before this browser keeps anything is kept as soon as it does', async () => {
  const early = await qalam.open('/', { account: 'volunteer2', width: 1440 });
  await early.evaluate((path) => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
    navigator.serviceWorker.register = async (...given) => (await released, register(...given));
    Object.assign(globalThis, { release });
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/pages/${page.id}`);
  const readHere = async () => {
    await openReading(early, 3);
    await early.keyboard.press('Enter');
    await expectRead(early);
  };
  await readHere();
  await early.evaluate(() => (globalThis as unknown as { release(): void }).release());
  const kept = async () =>
    early.evaluate(async () =>
      (await (await caches.open('qalam-reading')).keys()).map(({ url }) =>
        url.replace(/^.*\/|-\w{8}\.js$/g, ''),
      ),
    );
  await expect.poll(kept).toEqual(expect.arrayContaining(['worker.min', 'tesseract-core-simd-lstm.wasm']));
  await expect.poll(kept).toContain('qalam_cyrl.traineddata');
  await early.getByRole('button', { name: 'Done', exact: true }).click();
  await early.context().setOffline(true);
  await readHere();
  await early.context().setOffline(false);
  await qalam.close(early);
});

test('the tools have room on a telephone', async () => {
  await window.setViewportSize({ width: 360, height: 740 });
  expect(await scrollsSideways(window)).toBe(false);
  await expectAccessible(window, 'reading a part at 360 px');
});
