/** A whole right-to-left page by keyboard alone, from signing in to handing in: the mouse is never touched. */
import { join } from 'node:path';
import type { Locator, Page as Window } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
import type { Transcription } from '../../worker/shapes/transcriptions.ts';
import { expectAccessible, FIXTURES, type Qalam, startQalam } from './support.ts';

const EMAIL = 'keys@example.org';
const PASSWORD = 'only the keyboard';

let qalam: Qalam;
let page: PageRecord;

beforeAll(async () => {
  qalam = await startQalam();
  const issue = await qalam.issueIn('kk-Arab');
  page = await qalam.uploadAndRead(issue, join(FIXTURES, 'samples/qalam-sample/page-1.png'));
  const made = await fetch(`${qalam.url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: qalam.url },
    body: JSON.stringify({ name: 'Keys', email: EMAIL, password: PASSWORD }),
  });
  expect(made.status).toBe(200);
});
afterAll(() => qalam?.stop());

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(window: Window, wanted: Locator) {
  await wanted.waitFor();
  for (let press = 0; press < 80; press++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

const inHand = (window: Window) =>
  window.evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement)) return null;
    return { id: field.id, selected: field.value.slice(field.selectionStart, field.selectionEnd) };
  });

/** A doubtful word is the selection. */
const untilSelected = (window: Window) =>
  window.waitForFunction(() => {
    const field = document.activeElement;
    return field instanceof HTMLTextAreaElement && field.selectionStart < field.selectionEnd;
  });

test('from signing in to handing in', async () => {
  const window = await qalam.open('/sign-in?back=%2Fwork', { width: 1440 });
  await tabTo(window, window.getByLabel('E-mail address'));
  await window.keyboard.insertText(EMAIL);
  await tabTo(window, window.getByLabel('Password'));
  await window.keyboard.insertText(PASSWORD);
  await window.keyboard.press('Enter');
  await window.waitForURL('**/work');
  await window.getByRole('button', { name: 'Give me a page' }).waitFor();
  await window.keyboard.press('Alt+n');
  await window.waitForURL(`**/pages/${page.id}`);

  // The guide of the first visit: opened, gone through, and not offered again.
  await tabTo(window, window.getByRole('button', { name: 'Show me' }));
  await window.keyboard.press('Enter');
  const guide = window.getByRole('dialog', { name: 'How it works, in one minute' });
  await guide.getByRole('heading', { name: /The scan and its lines/ }).waitFor();
  await expectAccessible(window, 'guide');
  for (let step = 1; step < 6; step++) await window.keyboard.press('ArrowRight');
  await guide.getByRole('heading', { name: /Hand in, and the next page/ }).waitFor();
  await window.keyboard.press('Escape');
  await guide.waitFor({ state: 'detached' });
  expect(await window.getByText('First time here?').count()).toBe(0);

  // The doubtful words first: each is selected, and what is typed takes its place.
  await window.getByRole('button', { name: /doubtful words/ }).waitFor();
  await window.keyboard.press('F7');
  await untilSelected(window);
  const first = await inHand(window);
  await window.keyboard.insertText('دۇرىس');
  await window.keyboard.press('F7');
  await untilSelected(window);
  expect(await inHand(window)).not.toEqual(first);
  await window.keyboard.press('Shift+F7');
  await untilSelected(window);

  // Lines: on to the next, a new one below, and letters of the page's own writing.
  await window.keyboard.press('Enter');
  await window.keyboard.press('End');
  await window.keyboard.press('Alt+Enter');
  await window.keyboard.insertText('جاڭا جول، 1917 ');
  const added = (await inHand(window))?.id;
  await window.keyboard.press('F2');
  await tabTo(window, window.locator('.letters-key').first());
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await window.waitForFunction((id) => document.activeElement?.id === id, added);
  await window.keyboard.press('Control+s');
  await window.locator('.save-saved').waitFor();

  await tabTo(window, window.getByRole('button', { name: 'Save and hand in for review' }));
  await window.keyboard.press('Enter');
  await window.getByText('Handed in. Thank you!').waitFor();
  const text = await qalam.api<Transcription>('GET', `/pages/${page.id}/transcription`);
  expect(text).toMatchObject({ submittedAt: expect.any(String) as string, author: { name: 'Keys' } });
  const lines = text.lines.map((line) => line.text);
  expect(lines.some((line) => line.includes('دۇرىس'))).toBe(true);
  expect(lines.some((line) => line.startsWith('جاڭا جول، 1917 '))).toBe(true);

  // One key leads on; nothing else waits here, which is said.
  await window.keyboard.press('Alt+n');
  await window.getByText('Nothing waits that fits your choice').waitFor();
  await window.reload();
  await window.getByText('Handed in. Thank you!').waitFor();
  expect(await window.getByText('First time here?').count()).toBe(0);
  await window.context().close();
});
