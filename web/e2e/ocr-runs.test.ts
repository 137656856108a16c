/** A page's readings in a real browser: what the reader sees, another one as a try, two side by side, and the choice. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OcrRun } from '../../worker/shapes/ocr.ts';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import { expectAccessible, expectAccessibleEveryWay, FIXTURES, type Qalam, startQalam } from './support.ts';

let qalam: Qalam;
let page: PageRecord;

beforeAll(async () => {
  qalam = await startQalam();
  const issue = await qalam.issueIn('ru-petr1708');
  page = await qalam.uploadAndRead(issue, join(FIXTURES, 'samples/rizhskoe-utro/1915-1-war-5.jpg'));
});
afterAll(() => qalam?.stop());

const openReadings = async () => {
  const window = await qalam.open(`/pages/${page.id}`, { account: 'volunteer', width: 1440 });
  await window.getByRole('button', { name: 'Reading', exact: true }).click();
  await window.locator('.readings .rows li').first().waitFor();
  return window;
};
const runs = async () => (await qalam.api<{ items: OcrRun[] }>('GET', `/pages/${page.id}/ocr`)).items;

test('each step of the clean-up is seen as a picture', async () => {
  const window = await openReadings();
  await window.getByText('How it is read').click();
  await window.getByRole('button', { name: 'What the reader sees' }).click();
  const picture = window.locator('.clean-up img');
  const sizeOf = () => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth);
  await expect.poll(sizeOf).toBeGreaterThan(600);
  await window
    .getByLabel('After this step and those before it')
    .selectOption({ label: 'Even out the light' });
  await window.getByRole('img', { name: 'The page after this step: Even out the light' }).waitFor();
  await window.locator('.clean-up .progress').waitFor({ state: 'detached' });
  await expect.poll(sizeOf).toBeGreaterThan(600);
  await expectAccessibleEveryWay(window, 'clean-up pictures');
  await qalam.close(window);
});

test('another reading is tried, compared with the one before, and chosen with a reason', async () => {
  const window = await openReadings();
  const [before] = await runs();
  await window.getByText('How it is read').click();
  await window.getByLabel('Division of the page').selectOption({ label: 'One column' });
  expect(await window.getByLabel('Only try').isChecked()).toBe(true);
  await window.getByRole('button', { name: 'Read again' }).click();
  const rows = window.locator('.readings .rows > li');
  await rows.nth(1).waitFor({ timeout: 100_000 });
  expect(await rows.first().textContent()).toContain('a try');
  expect((await runs()).find(({ current }) => current)?.id).toBe(before?.id);

  await rows.first().getByRole('button', { name: 'Compare' }).click();
  const dialog = window.getByRole('dialog', { name: 'Two readings side by side' });
  await dialog.getByText(/of \d+ lines differs?/).waitFor();
  await dialog.getByLabel('Also lines that are the same').check();
  expect(await dialog.locator('.compare-lines > li').count()).toBeGreaterThan(10);
  await expectAccessible(window, 'two readings');
  await dialog.getByRole('button', { name: 'Choose this one' }).last().click();
  await dialog.getByRole('button', { name: 'Choose', exact: true }).click();
  await dialog.getByText('Say in a few words why.').waitFor();
  await dialog.getByLabel(/^Why .* is better$/).fill('The lines are whole');
  await dialog.getByRole('button', { name: 'Choose', exact: true }).click();
  await window.getByText('The lines are whole').waitFor();
  const chosen = (await runs()).find(({ current }) => current);
  expect(chosen?.id).not.toBe(before?.id);
  expect(chosen?.chosen).toMatchObject({ reason: 'The lines are whole' });
  await qalam.close(window);
});
