/** Uploading: several files with their progress, refusals in plain words, then the reading until it is done. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../worker/shapes/issues.ts';
import { FIXTURES, type Qalam, settled, startQalam } from './support.ts';

let qalam: Qalam;
let folder: string;
let russian: Issue;

beforeAll(async () => {
  qalam = await startQalam();
  folder = await mkdtemp(join(tmpdir(), 'qalam-files-'));
  const { items } = await qalam.api<{ items: Issue[] }>('GET', '/issues');
  const found = items.find((issue) => issue.language === 'ru-petr1708');
  if (!found) throw new Error('The fixtures have no Russian issue.');
  russian = found;
});

afterAll(async () => {
  await qalam?.stop();
  await rm(folder, { recursive: true, force: true });
});

const scan = (name: string) => `${FIXTURES}samples/rizhskoe-utro/${name}`;

async function newIssue(number: string): Promise<Issue> {
  const date = { calendar: 'julian', edtf: '1915-01-01' };
  const body = { publication: russian.publication, number, date, language: 'ru-petr1708' };
  return qalam.api<Issue>('POST', '/issues', { as: 'reviewer', body });
}

describe('uploading', () => {
  it('takes several scans at once, in the order of their pages, and shows them read', async () => {
    const issue = await newIssue('201');
    const page = await qalam.open(`/issues/${issue.id}`, { account: 'volunteer' });
    await page.getByText('No page has been uploaded yet.').waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles([scan('1915-1-war-5.jpg'), scan('1915-1-war-3.jpg')]);
    await expect.poll(() => page.locator('.upload-stored').count(), { timeout: 30_000 }).toBe(2);
    await expect.poll(() => page.getByText('Read by machine').count(), { timeout: 90_000 }).toBe(2);

    const names = await page.locator('.upload-name').allInnerTexts();
    expect(names.map((name) => name.split(' ')[0])).toEqual(['1915-1-war-3.jpg', '1915-1-war-5.jpg']);
    const { items } = await qalam.api<{ items: { sequence: number }[] }>('GET', `/issues/${issue.id}/pages`);
    expect(items.map((one) => one.sequence)).toEqual([1, 2]);
    await page.getByRole('button', { name: 'Clear what is stored' }).click();
    await expect.poll(() => page.locator('.upload-file').count()).toBe(0);
    await qalam.close(page);
  });

  it('says in plain words why a file is not taken, and goes on with the others', async () => {
    const issue = await newIssue('202');
    const files = {
      'a.jpg': Buffer.from('%PDF-1.7 not a picture at all'),
      'b.png': Buffer.alloc(0),
      'c.txt': Buffer.from('text'),
    };
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    const page = await qalam.open(`/issues/${issue.id}`, { account: 'volunteer', language: 'ru' });
    await settled(page);
    await page
      .locator('input[type=file]')
      .setInputFiles([...Object.keys(files).map((name) => join(folder, name)), scan('1915-1-war-5.jpg')]);
    await page
      .locator('.upload-file', { hasText: 'a.jpg' })
      .getByText(/Файлы этого вида не читаются/)
      .waitFor();
    await page
      .locator('.upload-file', { hasText: 'b.png' })
      .getByText(/Файл пуст/)
      .waitFor();
    await page
      .locator('.upload-file', { hasText: 'c.txt' })
      .getByText(/Файлы этого вида не читаются/)
      .waitFor();
    await expect.poll(() => page.locator('.upload-stored').count(), { timeout: 30_000 }).toBe(1);
    const { items } = await qalam.api<{ items: unknown[] }>('GET', `/issues/${issue.id}/pages`);
    expect(items).toHaveLength(1);

    await page.getByRole('button', { name: 'Убрать из списка: a.jpg' }).click();
    await expect.poll(() => page.locator('.upload-file').count()).toBe(3);
    await qalam.close(page);
  });

  it('sends again what a lost connection stopped, and makes the page only once', async () => {
    const issue = await newIssue('203');
    const page = await qalam.open(`/issues/${issue.id}`, { account: 'volunteer' });
    await settled(page);
    // The service takes the scan, but its answer never arrives.
    let lost = 0;
    await page.route('**/api/v1/issues/*/pages', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.locator('input[type=file]').setInputFiles(scan('1915-1-war-5.jpg'));
    await page.getByText(/No connection to the service/).waitFor();
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect.poll(() => page.locator('.upload-stored').count(), { timeout: 30_000 }).toBe(1);
    const { items } = await qalam.api<{ items: unknown[] }>('GET', `/issues/${issue.id}/pages`);
    expect(items).toHaveLength(1);
    await qalam.close(page);
  });

  it('is there only for those who are signed in', async () => {
    const issue = await newIssue('204');
    const page = await qalam.open(`/issues/${issue.id}`);
    await page.getByRole('link', { name: 'Sign in to upload scans.' }).waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await qalam.close(page);
  });
});
