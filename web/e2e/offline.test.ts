/** Work without a connection: what was opened once is there again, with everything that was typed. */
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
let page: PageRecord;

beforeAll(async () => {
  qalam = await startQalam();
  const issue = await qalam.issueIn('ru-petr1708');
  page = await qalam.uploadAndRead(issue, join(FIXTURES, 'samples/rizhskoe-utro/1915-1-war-3.jpg'));
});
afterAll(() => qalam?.stop());

const transcription = () => qalam.api<Transcription>('GET', `/pages/${page.id}/transcription`);
const field = (window: Window, number: number) => window.locator('.lines textarea').nth(number - 1);

/** Whether all that the page needs lies on the device. */
async function isKept([id, scan]: [string, string]): Promise<boolean> {
  const [app, pages] = await Promise.all([caches.open('qalam-app'), caches.open('qalam-pages')]);
  const kept = await Promise.all([
    app.match('/'),
    pages.match(`/api/v1/pages/${id}`, { ignoreVary: true }),
    pages.match(`/api/v1/pages/${id}/transcription`, { ignoreVary: true }),
    pages.match(scan, { ignoreVary: true }),
    pages.match('/api/auth/get-session', { ignoreVary: true }),
  ]);
  return kept.every(Boolean);
}

async function type(window: Window, number: number, text: string) {
  await field(window, number).focus();
  await window.keyboard.press('End');
  await window.keyboard.insertText(text);
}

async function openAndKeep(language: 'en' | 'ru' | 'kk' = 'en', width = 1440) {
  const window = await qalam.open(`/pages/${page.id}`, { account: 'volunteer', language, width });
  await field(window, 1).waitFor();
  await expect
    .poll(() => window.evaluate(isKept, [page.id, page.scan.viewUrl] as [string, string]))
    .toBe(true);
  return window;
}

describe('without a connection', () => {
  test('a page is opened again with scan, text and draft, worked on, and saved when the connection is back', async () => {
    const window = await openAndKeep();
    await window.evaluate(() => {
      const { storage } = navigator;
      const persisted = storage.persisted.bind(storage);
      storage.persisted = () => {
        document.documentElement.dataset['asked'] = '';
        return persisted();
      };
    });
    await type(window, 1, ' до обрыва');
    await window.locator('.save-draft').waitFor();
    // A device that is short of room is asked to throw away other things.
    await window.locator('html[data-asked]').waitFor({ state: 'attached' });
    await window.context().setOffline(true);

    await window.reload();
    await window.getByText('the page as this device kept it').waitFor();
    await window.getByText('Your draft of').waitFor();
    expect(await field(window, 1).inputValue()).toContain('до обрыва');
    // The line in hand is marked on the scan: it is there.
    await field(window, 1).focus();
    expect((await markerAtRest(window)).width).toBeGreaterThan(50);
    await expectAccessible(window, 'a page that the device kept');
    await window.getByRole('button', { name: 'Try again' }).click();
    await window.getByText('Still no connection.').waitFor();

    await type(window, 2, ' без связи');
    await window.keyboard.press('Control+s');
    await window.locator('.save-offline').waitFor();

    await window.getByRole('link', { name: 'My work' }).first().click();
    const unsaved = window.getByRole('region', { name: 'Not saved yet' });
    await unsaved.getByRole('listitem').first().waitFor();
    await expectAccessible(window, 'my work without a connection');
    await unsaved.getByRole('link').click();
    await window.getByText('Your draft of').waitFor();
    expect(await field(window, 2).inputValue()).toContain('без связи');

    await window.context().setOffline(false);
    await window.locator('.save-saved').waitFor();
    await window.getByText('the page as this device kept it').waitFor({ state: 'hidden' });
    const texts = (await transcription()).lines.map(({ text }) => text);
    expect(texts[0]).toContain('до обрыва');
    expect(texts[1]).toContain('без связи');

    // What was just saved is what is kept from now on.
    await expect
      .poll(() =>
        window.evaluate(async (id) => {
          const kept = await (
            await caches.open('qalam-pages')
          ).match(`/api/v1/pages/${id}/transcription`, {
            ignoreVary: true,
          });
          return kept?.text();
        }, page.id),
      )
      .toContain('без связи');
    await qalam.close(window);
  });

  test('what somebody else saved meanwhile is put beside it, as with a connection', async () => {
    const window = await openAndKeep();
    await window.context().setOffline(true);
    await window.reload();
    await type(window, 3, ' моё');
    await window.keyboard.press('Control+s');
    await window.locator('.save-offline').waitFor();
    const { id, lines } = await transcription();
    const theirs = lines.map((line, at) => ({
      id: line.id,
      text: at === 2 ? `${line.text} чужое` : line.text,
      box: line.box,
    }));
    await qalam.save(page.id, { lines: theirs }, `"${id}"`, 'volunteer2');
    await window.context().setOffline(false);
    await window.locator('.merge').waitFor();
    await expect.poll(() => window.locator('.merge').innerText()).toMatch(/моё[^]*чужое|чужое[^]*моё/);
    await qalam.close(window);
  });

  test.each(['ru', 'kk', 'en'] as const)(
    'a phone in %s finds its pages under one’s own work',
    async (language) => {
      const window = await openAndKeep(language, 360);
      await window.context().setOffline(true);
      await window.goto(`${qalam.url}/work`);
      const kept = window.locator('section[aria-labelledby="kept"]');
      await kept.getByRole('link').first().waitFor();
      expect(await scrollsSideways(window)).toBe(false);
      await expectAccessible(window, `my work without a connection, ${language}`);
      await kept.getByRole('link').first().click();
      await field(window, 1).waitFor();
      expect(await scrollsSideways(window)).toBe(false);
      await expectAccessible(window, `a page that the device kept, ${language}`);
      // Where the text is now is said in full, in the one row that a phone has for it.
      const hidden = (state: string) =>
        window.locator(state).evaluate((element) => element.scrollHeight - element.clientHeight);
      await type(window, 4, ' телефон');
      expect(await hidden('.save-draft')).toBeLessThanOrEqual(1);
      await window.keyboard.press('Control+s');
      expect(await hidden('.save-offline')).toBeLessThanOrEqual(1);
      await qalam.close(window);
    },
  );

  test('nobody is signed in who has signed out before', async () => {
    const window = await openAndKeep();
    await window.getByRole('button', { name: 'Sign out' }).click();
    await window.locator('.line-text').first().waitFor();
    await window.context().setOffline(true);
    await window.reload();
    await window.locator('.line-text').first().waitFor();
    expect(await window.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
    expect(await field(window, 1).count()).toBe(0);
    await window.context().setOffline(false);
    await qalam.signInAgain(window, 'volunteer');
    await qalam.close(window);
  });
});
