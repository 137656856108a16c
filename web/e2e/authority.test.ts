/** The authority file kept in the UI: made by keyboard, changed by two at once, merged and taken apart, its history. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entity, EntitySummary } from '../../worker/shapes/entities.ts';
import { type Qalam, expectAccessible, expectAccessibleEveryWay, settled, startQalam } from './support.ts';

let qalam: Qalam;

beforeAll(async () => {
  qalam = await startQalam();
});

afterAll(() => qalam?.stop());

const find = async (query: string): Promise<EntitySummary> => {
  const { items } = await qalam.api<{ items: EntitySummary[] }>(
    'GET',
    `/entities?q=${encodeURIComponent(query)}`,
  );
  if (!items[0]) throw new Error(`The authority file has no ${query}.`);
  return items[0];
};
const read = (id: string) => qalam.api<Entity>('GET', `/entities/${id}`);
const add = (text: string, more: object = {}) =>
  qalam.api<Entity>('POST', '/entities', {
    as: 'reviewer',
    body: { kind: 'person', nameForms: [{ text, language: 'ru', kind: 'preferred' }], ...more },
  });

describe('a record of the authority file', () => {
  it('is made by keyboard alone, from the list to the saved record', async () => {
    const page = await qalam.open('/entities?kind=event', { account: 'reviewer' });
    await settled(page);
    await page.getByRole('link', { name: 'New record' }).press('Enter');
    const name = page.getByLabel('Name', { exact: true });
    await name.waitFor();
    expect(await page.getByLabel('Kind', { exact: true }).inputValue()).toBe('event');
    await name.focus();
    // A Latin "a" in a Cyrillic name is shown at the letter while it is typed.
    await page.keyboard.type('Съезд Aлаш');
    expect(await page.locator('.letter-check mark').textContent()).toBe('A');
    await page.getByText(/The marked letter is Latin/).waitFor();
    await name.fill('Съезд Алаш');
    await page.getByText(/The marked letter/).waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await page.keyboard.type('Russian');
    expect(await page.getByLabel('Language and script').inputValue()).toMatch(/^ru/);

    await page.getByRole('button', { name: 'Add a statement' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
    await page.getByLabel('What about').selectOption('date');
    await page.getByLabel('Date (EDTF)').fill('1917-02-30');
    await page.getByLabel('As the source prints it').focus();
    await page.getByText(/30 February 1917 does not exist in the Julian calendar/).waitFor();
    await page.getByRole('button', { name: 'Add the record' }).press('Enter');
    await page.locator('.field-error', { hasText: 'Say which source states this' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'));
    await expect.poll(focused).toBe('true');
    await page.getByLabel('Date (EDTF)').fill('1917-07~');
    await page.getByText(/reads: about July 1917/).waitFor();
    await page.getByLabel('Source', { exact: true }).last().fill('Қазақ 1917');

    await page.getByRole('button', { name: 'Add a relation' }).press('Enter');
    await page.getByLabel('It is or was …').selectOption('held-in');
    await page.getByRole('combobox', { name: 'Which record?' }).fill('ورىنبور');
    await page.getByText('1 found; arrow keys and Enter choose').waitFor();
    await page.getByRole('combobox', { name: 'Which record?' }).press('Enter');
    await page.getByRole('group', { name: 'Which record?' }).getByText('Orenburg').waitFor();
    await page.getByRole('button', { name: 'Add the record' }).press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Съезд Алаш' }).waitFor();
    await page.getByText(/about July 1917/).waitFor();
    await page.getByRole('link', { name: 'Orenburg' }).waitFor();
    await qalam.close(page);
  });

  it('keeps what was typed through a reload, and gives it up when asked', async () => {
    const { id } = await add('Черновиков');
    const page = await qalam.open(`/entities/${id}/edit`, { account: 'reviewer' });
    await settled(page);
    await page.getByLabel('Name', { exact: true }).fill('Иван Черновиков');
    // Waits until the draft is on the device.
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('qalam.form.')));
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText(/which were not saved, are here again/).waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Иван Черновиков');
    await page.getByRole('button', { name: 'Discard them' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Черновиков');
    await qalam.close(page);
  });

  it('that two people change at once keeps the work of both', async () => {
    const { id, nameForms, version } = await add('Двоенов', { note: { ru: 'учитель' } });
    const page = await qalam.open(`/entities/${id}/edit`, { account: 'reviewer' });
    await settled(page);
    const note = page.getByRole('group', { name: 'What it is' });
    await note.getByLabel('in Russian').fill('врач');
    await note.getByLabel('in Kazakh').fill('дәрігер');
    await qalam.api('PATCH', `/entities/${id}`, {
      as: 'admin',
      body: {
        version,
        note: { ru: 'издатель' },
        nameForms: [...nameForms, { text: 'Dvoenov', language: 'en', kind: 'preferred' }],
      },
    });
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.getByRole('heading', { name: /Somebody changed this record/ }).waitFor();
    await page.locator('ins', { hasText: 'Dvoenov' }).waitFor();
    await page.getByRole('button', { name: 'Bring these changes into my form' }).click();
    await page.getByText('theirs: издатель').waitFor();
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.waitForURL(`**/entities/${id}`);
    const saved = await read(id);
    expect(saved.note).toEqual({ ru: 'издатель', kk: 'дәрігер' });
    expect(saved.nameForms.map(({ text }) => text)).toEqual(['Двоенов', 'Dvoenov']);
    expect(saved.version).toBe(3);
    await qalam.close(page);
  });

  it('shows in its history what changed and why, and goes back to what it was', async () => {
    const { id, version } = await add('Летописцев', { note: { ru: 'писарь' } });
    const change = { version, note: { ru: 'летописец' }, changeNote: 'по Пушкину' };
    await qalam.api('PATCH', `/entities/${id}`, { as: 'admin', body: change });
    const page = await qalam.open(`/entities/${id}/history`, { account: 'reviewer' });
    await settled(page);
    await page.getByText('по Пушкину').waitFor();
    await page.getByText('What changed').first().click();
    expect(await page.locator('del bdi').first().textContent()).toBe('писарь');
    expect(await page.locator('ins bdi').first().textContent()).toBe('летописец');
    await page.getByRole('button', { name: 'Make the record so again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('писарь').waitFor();
    await dialog.getByRole('button', { name: 'Make the record so again' }).click();
    await page.getByText('Version 3').waitFor();
    expect((await read(id)).note).toEqual({ ru: 'писарь' });
    await qalam.close(page);
  });

  it('is merged with its double, seen side by side, and taken apart again from the one that stays', async () => {
    const stays = await add('Алихан Двойников', { note: { en: 'publisher in Semipalatinsk' } });
    const goes = await add('А. Двойников');
    const page = await qalam.open(`/entities/${stays.id}`, { account: 'reviewer' });
    await settled(page);
    await page.getByRole('button', { name: 'Merge…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('Двойников');
    await dialog.getByRole('option', { name: /^А\. Двойников/ }).waitFor();
    expect(await dialog.getByRole('option').count()).toBe(1);
    await dialog.getByRole('combobox').press('Enter');
    await dialog.getByRole('row', { name: /publisher in Semipalatinsk/ }).waitFor();
    await dialog.getByRole('button', { name: 'Merge А. Двойников into Алихан Двойников' }).click();

    await page.getByText(/Every tag and link leads here now/).waitFor();
    await page.locator('.name-form', { hasText: 'А. Двойников' }).waitFor();
    expect((await find('А. Двойников')).id).toBe(stays.id);
    await page.goto(`${qalam.url}/entities/${goes.id}`);
    await page.getByText(/This record was merged into another one/).waitFor();
    await page.goto(`${qalam.url}/entities/${stays.id}`);
    await page.getByRole('button', { name: 'Undo the merge of А. Двойников' }).click();
    await page.getByText('The merge is undone.').waitFor();
    expect((await read(stays.id)).nameForms).toHaveLength(1);
    expect((await read(goes.id)).mergedInto).toBeUndefined();
    await qalam.close(page);
  });

  it('that the sources disagree about shows both statements with their sources and dates', async () => {
    const { id } = await find('announcement of the name "Alash"');
    const page = await qalam.open(`/entities/${id}`);
    await settled(page);
    const claim = page.locator('.claim-conflict', { hasText: '5 (18) July 1917' });
    await claim.getByText('Says otherwise').waitFor();
    await claim.getByText(/21 July \(3 August\) 1917 – 26 July \(8 August\) 1917/).waitFor();
    await claim.getByText(/Akbaev Zhakyp/).waitFor();
    await claim.getByRole('link', { name: 'I All-Kazakh Congress' }).waitFor();
    await qalam.close(page);
  });

  it('is not to be changed by volunteers', async () => {
    const { id } = await find('Букейханов');
    const page = await qalam.open(`/entities/${id}/edit`, { account: 'volunteer' });
    await settled(page);
    await page.getByText('Only reviewers keep these records.').waitFor();
    expect(await page.getByRole('button', { name: /Save/ }).count()).toBe(0);
    await qalam.close(page);
  });
});

describe('the views of the authority file', () => {
  it('that were found are accessible in every language, wide and narrow, light and dark', async () => {
    const page = await qalam.open('/entities?q=Досмухамедов', { account: 'reviewer' });
    await settled(page);
    await expectAccessibleEveryWay(page, 'records that were found');
    await qalam.close(page);
  });

  it.each([
    { language: 'en', scheme: 'light', width: 1440 },
    { language: 'ru', scheme: 'dark', width: 360 },
    { language: 'kk', scheme: 'light', width: 360 },
  ] as const)(
    'merge two records accessibly in $language, $scheme, at $width px',
    async ({ language, scheme, width }) => {
      const { id } = await find('Букейханов');
      const page = await qalam.open(`/entities/${id}`, { account: 'reviewer', language, scheme, width });
      await settled(page);
      await page.locator('.view-actions button').click();
      await page.getByRole('dialog').getByRole('combobox').fill('Дулатов');
      await page.locator('.combobox-list').getByRole('option').first().click();
      await page.locator('.side-by-side').waitFor();
      await expectAccessible(page, `merging in ${language}, ${scheme}, ${width} px`, {
        contrast: language !== 'kk',
      });
      await qalam.close(page);
    },
  );
});
