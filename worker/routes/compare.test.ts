import { beforeAll, describe, expect, test } from 'vitest';
import type { Issue } from '../shapes/issues.ts';
import type { Scheme } from '../shapes/schemes.ts';
import type { Comparison } from '../shapes/timeline.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus } from '../testing/api.ts';
import { makeIssue, makePage, makePublication, makeScheme, stageOf } from '../testing/corpus.ts';

let accounts: Accounts;
let a: Scheme;
let b: Scheme;
let publication: string;
const issues = new Map<string, string>();

beforeAll(async () => {
  accounts = await makeAccounts();
  a = await makeScheme(accounts.reviewer, [
    stageOf('1', '1905', '1917-07'),
    stageOf('1.1', '1905', '1912', { parent: '1' }),
    stageOf('1.2', '1913', '1917-07', { parent: '1' }),
    stageOf('2', '1917-07', '1920'),
  ]);
  b = await makeScheme(accounts.reviewer, [stageOf('I', '1905', '1907'), stageOf('II', '1917', '1920')]);
  publication = (await makePublication(accounts.reviewer)).id;
  for (const edtf of ['1906-01-01', '1910-01-01', '1910-01-02', '1917-07-10', '1918-05-01', '1917', '1930']) {
    const date = { calendar: 'gregorian', edtf };
    const issue = await makeIssue(accounts.reviewer, { publication, number: edtf, date });
    issues.set(edtf, issue.id);
    await makePage(issue.id);
    await makePage(issue.id);
  }
});

const path = () => `/schemes/${a.id}/compare/${b.id}`;
const compare = async (more = '') =>
  (await expectStatus<Comparison>(200, 'GET', `${path()}?publication=${publication}${more}`)).body;
const nameOf = (scheme: Scheme, key: string) =>
  key
    .split(',')
    .map((id) => scheme.stages.find((stage) => stage.id === id)?.key ?? id)
    .join('+');
const listed = async (query: string) =>
  (
    await expectStatus<{ items: Issue[]; next: string | null }>(
      200,
      'GET',
      `${path()}/issues?publication=${publication}&${query}`,
    )
  ).body;

describe('two periodisations', () => {
  test('divide the same corpus; what changes company is told', async () => {
    const { rows, columns, cells, moving, total } = await compare();
    expect(rows.map(({ key, issues, pages }) => [nameOf(a, key), issues, pages])).toEqual([
      ['1', 3, 6],
      ['1+2', 2, 4],
      ['2', 1, 2],
      ['gap', 1, 2],
    ]);
    expect(columns.map(({ key, issues }) => [nameOf(b, key), issues])).toEqual([
      ['I', 1],
      ['II', 3],
      ['gap', 3],
    ]);
    expect(
      cells.map((cell) => [nameOf(a, cell.row), nameOf(b, cell.column), cell.issues, cell.moves]),
    ).toEqual([
      ['1', 'I', 1, true],
      ['1', 'gap', 2, false],
      ['1+2', 'II', 2, false],
      ['2', 'II', 1, false],
      ['gap', 'gap', 1, false],
    ]);
    expect([moving, total]).toEqual([
      { issues: 1, pages: 2 },
      { issues: 7, pages: 14 },
    ]);
  });

  test('are compared by substages where that is asked for', async () => {
    const { rows } = await compare('&level=all');
    expect(rows.map(({ key, issues }) => [nameOf(a, key), issues])).toEqual([
      ['1.1', 3],
      ['1.2', 0],
      ['1.2+2', 2],
      ['2', 1],
      ['gap', 1],
    ]);
  });

  test('show the issues of every cell, row and column, as many as they count', async () => {
    for (const level of ['top', 'all']) {
      const { rows, columns, cells } = await compare(`&level=${level}`);
      const counted = [
        ...rows.map((row) => ({ query: `a=${row.key}`, issues: row.issues })),
        ...columns.map((column) => ({ query: `b=${column.key}`, issues: column.issues })),
        ...cells.map((cell) => ({ query: `a=${cell.row}&b=${cell.column}`, issues: cell.issues })),
        { query: '', issues: 7 },
      ];
      for (const { query, issues } of counted) {
        expect([query, (await listed(`level=${level}&${query}`)).items.length]).toEqual([query, issues]);
      }
    }
    const moved = await listed(`a=${a.stages[0]?.id}&b=gap`);
    expect(moved.items.map(({ id }) => id)).toEqual([issues.get('1910-01-01'), issues.get('1910-01-02')]);
  });

  test('list the issues in parts', async () => {
    const first = await listed('limit=3');
    const rest = await listed(`limit=50&cursor=${first.next}`);
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual([
      '1906-01-01',
      '1910-01-01',
      '1910-01-02',
      '1917',
      '1917-07-10',
      '1918-05-01',
      '1930',
    ]);
  });

  test('come as a table, a line for each cell', async () => {
    const { body, headers } = await expectStatus<string>(
      200,
      'GET',
      `${path()}?format=csv&publication=${publication}`,
    );
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
    const lines = body.split('\r\n');
    expect(lines[0]).toBe('a,a_keys,a_kk,a_ru,a_en,b,b_keys,b_kk,b_ru,b_en,issues,pages,moves');
    expect(lines).toHaveLength(7);
    expect(lines[3]).toContain(',"1, 2",,,Stage 1; Stage 2,');
    expect(lines[3]).toMatch(/,II,,,Stage II,2,4,false$/);
  });

  test('must both be there', async () => {
    for (const wrong of [`/schemes/unknown/compare/${b.id}`, `/schemes/${a.id}/compare/unknown/issues`]) {
      expect((await call('GET', wrong)).status).toBe(404);
    }
  });
});
