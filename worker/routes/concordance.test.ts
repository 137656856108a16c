import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Concordance } from '../shapes/concordance.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus } from '../testing/api.ts';
import { makeIssue, makePage, makePublication, putText } from '../testing/corpus.ts';

type Answer = z.infer<typeof Concordance>;

let accounts: Accounts;
let publication: string;
const pages: string[] = [];

beforeAll(async () => {
  accounts = await makeAccounts();
  publication = (await makePublication(accounts.reviewer)).id;
  const texts: [string, string, string[]][] = [
    ['1914', 'ru-petr1708', ['Новый уѣздъ открытъ,', 'уѣздъ, старый!', 'Богатый уѣздъ']],
    ['1913', 'ru', ['в бедном уезде', 'Алаш уезд']],
    ['1915', 'kk-Arab', ['قازاق گازەتى', 'جاڭا قازاق']],
  ];
  for (const [year, language, lines] of texts) {
    const issue = await makeIssue(accounts.reviewer, {
      publication,
      language,
      date: { calendar: 'gregorian', edtf: year },
    });
    const page = await makePage(issue.id);
    await putText(
      accounts.volunteer,
      page,
      lines.map((text, index) => ({ text, box: [0, 50 * index, 100, 40] })),
    );
    pages.push(page);
  }
});

async function read(query: Record<string, string>): Promise<Answer> {
  const parameters = new URLSearchParams({ publication, near: 'false', ...query });
  return (await expectStatus<Answer>(200, 'GET', `/concordance?${parameters.toString()}`)).body;
}
const texts = ({ items }: Answer) => items.map(({ left, match, right }) => `${left}|${match}|${right}`);

describe('a keyword', () => {
  test('stands in the middle of its context, which goes over the ends of lines but not of the page', async () => {
    expect(texts(await read({ q: 'уѣздъ', inflect: 'false', width: '2' }))).toEqual([
      'Новый|уѣздъ|открытъ, уѣздъ,',
      'уѣздъ открытъ,|уѣздъ|, старый! Богатый',
      'старый! Богатый|уѣздъ|',
      'уезде Алаш|уезд|',
    ]);
  });

  test('tells where it stands on the scan, and by which rule it was found', async () => {
    const { items } = await read({ q: '"богатый уѣздъ"' });
    expect(items).toMatchObject([
      { match: 'Богатый уѣздъ', rule: 'exact', page: pages[0], box: [0, 100, 100, 40], start: 0, end: 13 },
    ]);
    expect(items[0]?.wordBox?.slice(0, 2)).toEqual([0, 100]);
    expect((await read({ q: 'қазақ' })).items.map(({ rule }) => rule)).toEqual(['folded', 'folded']);
  });

  test('in Arabic script has what is read before it on its left', async () => {
    expect(texts(await read({ q: 'қазақ' }))).toEqual([
      '|قازاق|گازەتى جاڭا قازاق',
      'قازاق گازەتى جاڭا|قازاق|',
    ]);
  });
});

describe('in order', () => {
  test('by the words before and after, whatever their spelling', async () => {
    const words = async (sort: string) =>
      (await read({ q: 'уезд', sort, width: '1', inflect: 'false' })).items.map(({ left, right }) =>
        sort === 'left' ? left : right,
      );
    expect(await words('left')).toEqual(['Алаш', 'Богатый', 'Новый', 'открытъ,']);
    expect(await words('right')).toEqual(['', '', 'открытъ,', ', старый!']);
  });

  test('by date', async () => {
    const { items } = await read({ q: 'уезд', sort: 'date' });
    expect(items.map(({ page }) => page)).toEqual([pages[1], pages[1], pages[0], pages[0], pages[0]]);
  });

  test.each(['page', 'date', 'left', 'right'])('by %s the list goes on where it ended', async (sort) => {
    const all = texts(await read({ q: 'уезд OR қазақ', sort }));
    expect(all).toHaveLength(7);
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const part = await read({ q: 'уезд OR қазақ', sort, limit: '2', ...(cursor && { cursor }) });
      expect(part.pages).toBe(3);
      expect(part.sortedPages).toBe(sort === 'left' || sort === 'right' ? 3 : null);
      seen.push(...texts(part));
      if (part.next === null) break;
      expect(part.items).toHaveLength(2);
      cursor = part.next;
    }
    expect(seen).toEqual(all);
  });
});

test('a file has the same, with the source of each', async () => {
  const parameters = new URLSearchParams({ publication, q: '"богатый уѣздъ"', format: 'csv' });
  const { body, headers } = await expectStatus<string>(200, 'GET', `/concordance?${parameters.toString()}`);
  const [header, row, ...more] = body.split('\r\n');
  expect(header).toMatch(/^left,match,right,rule,publication,/);
  expect(row).toMatch(/старый!",Богатый уѣздъ,,exact,/);
  expect(more).toEqual(['']);
  expect(headers.get('qalam-total')).toBe('1');
});

test.each(['q=', 'q=а&cursor=abc', 'q=%3F'])('%s is refused', async (query) => {
  expect((await call('GET', `/concordance?${query}`)).status).toBe(400);
});

test.each(['q=а&width=31', 'q=а&limit=201', 'q=а&sort=near'])('%s names the failing field', async (query) => {
  expect((await call('GET', `/concordance?${query}`)).status).toBe(422);
});
