/** A periodisation is made and changed by a reviewer, without a deployment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scheme } from '../../worker/shapes/schemes.ts';
import { type Qalam, settled, startQalam } from './support.ts';

let qalam: Qalam;

beforeAll(async () => {
  qalam = await startQalam();
});

afterAll(() => qalam?.stop());

const schemes = async () => (await qalam.api<{ items: Scheme[] }>('GET', '/schemes')).items;

describe('a periodisation', () => {
  it('is made with its stages, drawn while it is typed, and its faults are said at the fields', async () => {
    const page = await qalam.open('/schemes', { account: 'reviewer' });
    await settled(page);
    await page.getByRole('link', { name: 'New periodisation' }).click();
    const title = page.getByRole('group', { name: 'Title', exact: true });
    await title.getByLabel('in English').fill('Kozybaev: two stages');
    await page.getByLabel('Whose division it is').fill('Kozybaev (1996)');
    await page.getByRole('button', { name: 'Add a scholar' }).click();
    await page.getByRole('combobox', { name: 'Scholar' }).fill('Қозыбаев');
    await page.locator('.combobox-list').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');

    const first = page.getByRole('group', { name: /^1/ }).first();
    await first.getByLabel('in English').first().fill('Awakening');
    await first.getByLabel('From (empty: open)').fill('1905');
    await first.getByLabel('Until (empty: open)').fill('1917-07');
    await page.locator('.tl-picture .tl-bar').first().waitFor();

    await page.getByRole('button', { name: 'Add a stage' }).click();
    const second = page.getByRole('group', { name: /^2/ }).first();
    expect(await second.getByLabel('Key').inputValue()).toBe('2');
    await second.getByLabel('Key').fill('1.1');
    const sub = page.getByRole('group', { name: /^1\.1/ }).first();
    await sub.getByLabel('Part of').selectOption('1');
    await sub.getByLabel('in English').first().fill('The newspaper');
    await sub.getByLabel('From (empty: open)').fill('1913');
    await sub.getByLabel('Until (empty: open)').fill('1919');
    await page.getByRole('button', { name: 'Add the periodisation' }).click();
    // The substage outlives its stage: the service's sentence stands at the field.
    await sub.locator('.field-error', { hasText: /Stage 1\.1 ends 1919/ }).waitFor();
    await sub.getByLabel('Until (empty: open)').fill('1917');
    await page.getByText(/reads: 1917/).waitFor();
    await sub.getByLabel('Until (empty: open)').fill('1917-06');
    await page.getByRole('button', { name: 'Add the periodisation' }).click();

    await page.getByRole('heading', { name: 'Kozybaev: two stages' }).waitFor();
    const made = (await schemes()).find(({ title }) => title['en'] === 'Kozybaev: two stages');
    expect(made?.stages.map(({ key, parent }) => [key, parent])).toEqual([
      ['1', undefined],
      ['1.1', '1'],
    ]);
    expect(made?.scholars).toHaveLength(1);
    await qalam.close(page);
  });

  it('is changed as a new version with its reason, and goes back to an earlier one', async () => {
    const scheme = (await schemes()).find(({ stages }) => stages.some(({ key }) => key === '4.2'));
    if (!scheme) throw new Error('The fixtures have no scheme of the article’s authors.');
    const page = await qalam.open(`/schemes/${scheme.id}/edit`, { account: 'reviewer' });
    await settled(page);
    const last = page.getByRole('group', { name: /^4\.2/ }).first();
    await last.getByLabel('Until (empty: open)').fill('1920-02');
    await page.getByLabel('Why this change').fill('second edition');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Saved as a new version.').waitFor();
    const changed = await qalam.api<Scheme>('GET', `/schemes/${scheme.id}`);
    expect(changed.version).toBe(scheme.version + 1);
    const idOf = ({ stages }: Scheme) => stages.find(({ key }) => key === '4.2')?.id;
    expect(idOf(changed)).toBe(idOf(scheme));

    await page.goto(`${qalam.url}/schemes/${scheme.id}/history`);
    await settled(page);
    await page.getByText('second edition').waitFor();
    await page.getByText('What changed').first().click();
    await page.locator('ins', { hasText: 'February 1920' }).waitFor();
    await page.getByRole('button', { name: 'Make the record so again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make the record so again' }).click();
    await page.getByText(`Version ${scheme.version + 2}`).waitFor();
    const back = await qalam.api<Scheme>('GET', `/schemes/${scheme.id}`);
    expect(back.stages).toEqual(scheme.stages);
    await qalam.close(page);
  });
});
