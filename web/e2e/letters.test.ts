/** Letters, marks, doubtful letters and transliteration in a real browser, from right to left and from left to right. */
import { join } from 'node:path';
import type { Page as Window } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page as PageRecord } from '../../worker/shapes/pages.ts';
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

let qalam: Qalam;
let kazakh: PageRecord;
let russian: PageRecord;

const MIXED = 'قازاق газеті 1913 جىل № 5 (ورىنبور) 12–15.';

beforeAll(async () => {
  qalam = await startQalam();
  kazakh = await qalam.uploadAndRead(
    await qalam.issueIn('kk-Arab'),
    join(FIXTURES, 'samples/qalam-sample/page-1.png'),
  );
  russian = await qalam.uploadAndRead(
    await qalam.issueIn('ru-petr1708'),
    join(FIXTURES, 'samples/rizhskoe-utro/1915-1-war-5.jpg'),
  );
});
afterAll(() => qalam?.stop());

const lineField = (window: Window, number: number) => window.locator('.lines textarea').nth(number - 1);

async function openDesk(
  page: PageRecord,
  more: { language?: Language; width?: number; scheme?: 'dark' } = {},
) {
  const window = await qalam.open(`/pages/${page.id}`, { account: 'volunteer', width: 1440, ...more });
  await window.locator('.letters-bar').waitFor();
  return window;
}

/** Puts a text in place of the line's, and leaves the caret at its end. */
async function write(window: Window, number: number, text: string) {
  await lineField(window, number).fill(text);
  await lineField(window, number).press('End');
}

const close = (window: Window) => qalam.close(window);

describe('letters at the desk', () => {
  test('keys are opened, chosen and pressed without a mouse; undo takes a letter back', async () => {
    const window = await openDesk(kazakh);
    await write(window, 1, 'قازا');
    await window.keyboard.press('F2');
    const keys = window.getByRole('group', { name: 'Letters', exact: true });
    await keys.waitFor();
    await window.keyboard.press('Tab');
    while (!(await keys.locator('button:focus').count())) await window.keyboard.press('Tab');
    // From right to left: the next letter stands on the left.
    const first = await keys.locator('button:focus').textContent();
    await window.keyboard.press('ArrowLeft');
    const second = await keys.locator('button:focus').textContent();
    expect(second).not.toBe(first);
    await window.keyboard.press('Enter');
    expect(await lineField(window, 1).inputValue()).toBe(`قازا${second}`);
    await window.keyboard.press('Escape');
    expect(await lineField(window, 1).evaluate((field) => field === document.activeElement)).toBe(true);
    await keys.getByRole('button', { name: 'gaf' }).click();
    expect(await lineField(window, 1).inputValue()).toBe(`قازا${second}گ`);
    expect(await lineField(window, 1).evaluate((field) => field === document.activeElement)).toBe(true);
    await window.keyboard.press('Control+z');
    expect(await lineField(window, 1).inputValue()).not.toBe(`قازا${second}گ`);
    await close(window);
  });

  test('marks go round the selection by keyboard, are saved as they stand, and search finds what is read', async () => {
    const window = await openDesk(russian);
    await write(window, 1, 'Алашорда ');
    await lineField(window, 1).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(2, 4));
    await window.keyboard.press('Alt+/');
    expect(await lineField(window, 1).inputValue()).toBe('Ал[аш?]орда ');
    await window.keyboard.press('End');
    await window.keyboard.press('Alt+.');
    await window.keyboard.type('5');
    expect(await lineField(window, 1).inputValue()).toBe('Ал[аш?]орда [...5]');
    expect(await window.locator('.line-mirror mark.as-unclear').first().textContent()).toBe('[аш?]');
    await window.keyboard.press('Control+s');
    await window.locator('.save-saved').waitFor();
    const { lines } = await qalam.api<Transcription>('GET', `/pages/${russian.id}/transcription`);
    expect(lines[0]?.text).toBe('Ал[аш?]орда [...5]');
    const found = await qalam.api<{ items: { page: string }[] }>('GET', '/search?q=Алашорда');
    expect(found.items.map((item) => item.page)).toContain(russian.id);
    await close(window);
  });

  test('a Latin letter in a Cyrillic word is told, replaced by one key, or left for good', async () => {
    const window = await openDesk(russian);
    await write(window, 2, 'cъѣздъ');
    const note = window.locator('.letters-doubt');
    await note.getByText('letter of another script').waitFor();
    expect(await lineField(window, 2).inputValue()).toBe('cъѣздъ');
    await window.keyboard.press("Alt+'");
    expect(await lineField(window, 2).inputValue()).toBe('съѣздъ');
    await note.waitFor({ state: 'detached' });
    await write(window, 2, 'Mосква');
    await note.waitFor();
    await note.getByRole('button', { name: 'Leave it' }).click();
    await note.waitFor({ state: 'detached' });
    expect(await lineField(window, 2).inputValue()).toBe('Mосква');
    await window.reload();
    await window.locator('.letters-bar').waitFor();
    await write(window, 3, 'Mосква');
    await window.locator('.line-current').waitFor();
    expect(await window.locator('.letters-doubt').count()).toBe(0);
    await close(window);
  });

  test('Alt gives the letter behind a letter, and the next one when pressed again', async () => {
    const window = await openDesk(russian);
    await write(window, 3, 'въ н');
    await lineField(window, 3).evaluate((field) => {
      for (const key of ['е', 'и', 'и']) {
        field.dispatchEvent(
          new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
        );
      }
    });
    expect(await lineField(window, 3).inputValue()).toBe('въ нѣѵ');
    await close(window);
  });

  test('a line of both directions is copied, saved and shown in the order it was typed, without hidden signs', async () => {
    const window = await openDesk(kazakh);
    await window.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await write(window, 2, '');
    await window.keyboard.insertText(MIXED);
    await window.keyboard.press('Control+a');
    await window.keyboard.press('Control+c');
    const copied = () => window.evaluate(() => navigator.clipboard.readText());
    expect(await copied()).toBe(MIXED);
    await window.keyboard.press('Control+s');
    await window.locator('.save-saved').waitFor();
    await close(window);

    const reader = await qalam.open(`/pages/${kazakh.id}`, { width: 1440 });
    await reader.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const shown = reader.locator('.line-text').nth(1);
    await shown.waitFor();
    await shown.evaluate((line) => getSelection()?.selectAllChildren(line));
    await reader.keyboard.press('Control+c');
    expect((await reader.evaluate(() => navigator.clipboard.readText())).trim()).toBe(MIXED);
    await close(reader);
  });

  test('the line in hand is read in another script, and that is never saved', async () => {
    const window = await openDesk(kazakh);
    await write(window, 1, 'قازاق');
    await window.keyboard.press('F4');
    const reading = window.locator('.letters-reading');
    await reading.getByText('not saved').waitFor();
    expect(await reading.locator('.letters-text').textContent()).toBe('қазақ');
    await write(window, 1, 'قازاقتار');
    await reading.getByText('қазақтар').waitFor();
    expect(await lineField(window, 1).inputValue()).toBe('قازاقتار');
    await close(window);
  });

  test.each<[Language, number, 'dark' | undefined]>([
    ['en', 1440, undefined],
    ['ru', 360, 'dark'],
    ['kk', 360, undefined],
  ])('everything open is accessible in %s at %d px', async (language, width, scheme) => {
    const window = await openDesk(kazakh, { language, width, ...(scheme ? { scheme } : {}) });
    await write(window, 1, 'قازاқ ⟦');
    await window.keyboard.press('F2');
    await window.keyboard.press('F4');
    await window.locator('.letters-text').waitFor();
    await window.locator('.letters-grid').waitFor();
    await settled(window);
    await expectAccessible(window, 'letters', { contrast: language !== 'kk' });
    expect(await scrollsSideways(window)).toBe(false);
    await window.locator('.letters-bar .button').last().click();
    await window.locator('.help-letters').waitFor();
    await expectAccessible(window, 'help on letters', { contrast: language !== 'kk' });
    await close(window);
  });
});
