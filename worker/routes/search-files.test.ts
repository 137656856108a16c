import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../shapes/search.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus, typeOf } from '../testing/api.ts';
import { makeIssue, makePage, makePublication, putText } from '../testing/corpus.ts';

let accounts: Accounts;
let publication: string;
const pages: string[] = [];

beforeAll(async () => {
  accounts = await makeAccounts();
  publication = (await makePublication(accounts.reviewer, { title: { ru: 'Газета, "Казахъ"' } })).id;
  const issue = await makeIssue(accounts.reviewer, {
    publication,
    number: '7',
    date: { calendar: 'julian', edtf: '1915-03-01', printed: '1 марта 1915 г.' },
  });
  for (const text of ['первый ледъ, и "ледъ"', 'второй ледъ', 'третій ледъ']) {
    const page = await makePage(issue.id);
    await putText(accounts.volunteer, page, [{ text, box: [10, 20, 300, 40] }, { text: 'и ещё лед' }]);
    pages.push(page);
  }
});

const get = (query: Record<string, string>) =>
  expectStatus<string>(200, 'GET', `/search?${new URLSearchParams({ publication, ...query }).toString()}`);

/** Rows of RFC 4180, read by the letter. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, plain = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  const [header = [], ...body] = rows.filter((row) => row.length > 0);
  return body.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

describe('as CSV', () => {
  test('each matching line is a row with its source, place and words', async () => {
    const { body, headers } = await get({ q: 'ледъ', format: 'csv' });
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
    expect(headers.get('content-disposition')).toBe('attachment; filename="search.csv"');
    const rows = readCsv(body);
    expect(rows).toHaveLength(6);
    expect(rows.find(({ text }) => text?.startsWith('первый'))).toMatchObject({
      publication,
      publication_title_ru: 'Газета, "Казахъ"',
      issue_number: '7',
      date_printed: '1 марта 1915 г.',
      calendar: 'julian',
      edtf: '1915-03-01',
      earliest: '1915-03-14',
      latest: '1915-03-14',
      language: 'ru-petr1708',
      layer: 'transcribed',
      page: pages[0],
      page_url: expect.stringMatching(`^http://qalam.test/pages/${pages[0]}\\?line=`) as unknown,
      x: '10',
      y: '20',
      width: '300',
      height: '40',
      rule: 'exact',
      words: 'ледъ ледъ',
      text: 'первый ледъ, и "ледъ"',
    });
    expect(rows.filter(({ rule, text }) => rule === 'folded' && text === 'и ещё лед')).toHaveLength(3);
  });

  test('says in its headers what was searched, and where it goes on', async () => {
    const { body, headers } = await get({ q: 'лед', format: 'csv', limit: '2' });
    expect(new Set(readCsv(body).map(({ page }) => page)).size).toBe(2);
    expect(headers.get('qalam-coverage')).toBe('reviewed=0, transcribed=3, ocr=0, without-text=0');
    expect(headers.get('qalam-total')).toBe('3');
    const [, next = ''] = /^<(.*)>; rel="next"$/.exec(headers.get('link') ?? '') ?? [];
    const rest = await expectStatus<string>(200, 'GET', next);
    expect(new Set(readCsv(rest.body).map(({ page }) => page)).size).toBe(1);
    expect(rest.headers.get('link')).toBeNull();
  });
});

test('as JSONL each matching line is an object, as JSON has it', async () => {
  const { body, headers } = await get({ q: 'ледъ', format: 'jsonl' });
  expect(headers.get('content-type')).toMatch(/^application\/jsonl/);
  const rows = body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows).toHaveLength(6);
  const json = await expectStatus<SearchAnswer>(
    200,
    'GET',
    `/search?${new URLSearchParams({ publication, q: 'ледъ' }).toString()}`,
  );
  const { matches, ...hit } = json.body.items[0]!;
  expect(rows[0]).toMatchObject({ ...hit, words: expect.any(Array) as unknown });
  expect(rows.filter(({ page }) => page === hit.page)).toHaveLength(matches.length);
});

test('a thousand pages at once come as a file only', async () => {
  const answer = await call('GET', '/search?q=лед&limit=101');
  expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
  expect((await call('GET', '/search?q=лед&limit=1000&format=csv')).status).toBe(200);
  expect((await call('GET', '/search?q=лед&limit=1001&format=csv')).status).toBe(422);
});

test('addresses of pages are those of the site that people know', async () => {
  const query = new URLSearchParams({ publication, q: 'ледъ', format: 'csv' }).toString();
  const sent = { env: { ...env, PUBLIC_URL: 'https://qalam.example' } };
  const { body } = await expectStatus<string>(200, 'GET', `/search?${query}`, sent);
  expect(readCsv(body)[0]?.['page_url']).toMatch(/^https:\/\/qalam\.example\/pages\//);
});
