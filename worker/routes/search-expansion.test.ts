import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../shapes/search.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus } from '../testing/api.ts';
import {
  acceptText,
  linesOf,
  makeEntity,
  makeIssue,
  makePage,
  makeScheme,
  putText,
  stageOf,
} from '../testing/corpus.ts';

let accounts: Accounts;
const page: Record<string, string> = {};
let publication: string;

/** Pages by the names that this test gives them. */
beforeAll(async () => {
  accounts = await makeAccounts();
  const { reviewer, volunteer } = accounts;
  const texts: Record<string, [issue: Record<string, unknown>, lines: string[]]> = {
    cyrillic: [
      { language: 'kk-Cyrl', date: { calendar: 'gregorian', edtf: '1913-02-02' } },
      ['Қазақ газетінің басқармасы'],
    ],
    arabic: [
      { language: 'kk-Arab', date: { calendar: 'julian', edtf: '1917-07' } },
      ['قازاق گازەتىنىڭ باسقارماسى'],
    ],
    latin: [
      { language: 'kk-Latn', date: { calendar: 'gregorian', edtf: '1919' } },
      ['Qazaq gazetiniñ basqarmasy'],
    ],
    inflected: [{ language: 'kk-Cyrl' }, ['қазақтарға хабар берілді']],
    old: [{ language: 'ru-petr1708' }, ['Россійская газета изъ Оренбурга']],
    modern: [{ language: 'ru' }, ['Российской газеты']],
    misread: [{ language: 'ru' }, ['Росснйская телеграмма']],
    person: [{ language: 'ru' }, ['Рѣчь А. Н. Букейханова и Алихана Букейханова']],
    namesake: [{ language: 'kk-Cyrl' }, ['Әлихан деген бала']],
    tursyn: [{ language: 'kk-Cyrl' }, ['Әлихан Бөкейхан сөйледі']],
  };
  publication = (await makeIssue(reviewer)).publication;
  for (const [name, [issue, lines]] of Object.entries(texts)) {
    page[name] = await makePage((await makeIssue(reviewer, { publication, ...issue })).id);
    await putText(volunteer, page[name], linesOf(...lines));
  }
  await makeEntity(reviewer, {
    nameForms: [
      { text: 'Әлихан Бөкейхан', language: 'kk-Cyrl', kind: 'preferred' },
      { text: 'Алихан Букейханов', language: 'ru', kind: 'variant' },
      { text: 'Букейханов', language: 'ru', kind: 'variant' },
      { text: 'Әлихан', language: 'kk-Cyrl', kind: 'variant' },
    ],
  });
});

async function search(query: Record<string, string>): Promise<SearchAnswer> {
  const parameters = new URLSearchParams({ publication, ...query });
  return (await expectStatus<SearchAnswer>(200, 'GET', `/search?${parameters.toString()}`)).body;
}

/** The names of the pages found, with the rule that found each, in the order of the answer. */
async function rules(q: string, more: Record<string, string> = {}): Promise<[string, string][]> {
  const { items } = await search({ q, ...more });
  return items.map((item) => [Object.keys(page).find((name) => page[name] === item.page) ?? '?', item.rule]);
}
const found = async (q: string, more: Record<string, string> = {}) =>
  (await rules(q, more)).map(([name]) => name).sort();

describe('one word in several scripts', () => {
  test.each(['қазақ', 'Qazaq', 'قازاق'])(
    '%s finds all of them, as typed first, other endings last',
    async (q) => {
      const answer = await rules(q);
      expect(answer.map(([name]) => name).sort()).toEqual(['arabic', 'cyrillic', 'inflected', 'latin']);
      expect(answer[0]?.[1]).toBe('exact');
      expect(answer.slice(1, 3).map(([, rule]) => rule)).toEqual(['folded', 'folded']);
      expect(answer[3]).toEqual(['inflected', 'inflected']);
    },
  );

  test('as typed only, in quotes or with match=literal', async () => {
    expect(await rules('"Qazaq"')).toEqual([['latin', 'exact']]);
    expect(await rules('Qazaq', { match: 'literal' })).toEqual([['latin', 'exact']]);
  });
});

describe('Russian of before and after the reform', () => {
  test('finds each other, and what was misread', async () => {
    expect(await rules('Российская')).toEqual([
      ['old', 'folded'],
      ['modern', 'inflected'],
      ['misread', 'near'],
    ]);
    expect(await rules('россійская', { near: 'false' })).toEqual([
      ['old', 'exact'],
      ['modern', 'inflected'],
    ]);
    expect(await rules('россійская', { near: 'false', inflect: 'false' })).toEqual([['old', 'exact']]);
  });
});

describe('a name', () => {
  test('finds the other names of the same entity', async () => {
    expect(await rules('Букейханов')).toContainEqual(['tursyn', 'name']);
    expect(await rules('"Букейханов"')).toEqual([]);
    // Another Alikhan.
    expect(await found('Букейханов')).not.toContain('namesake');
    expect(await found('Алихан Букейханов')).toEqual(['person', 'tursyn']);
    expect(await rules('بوكەيحان')).toContainEqual(['tursyn', 'folded']);
  });
});

describe('operators', () => {
  test.each([
    ['қазақ OR телеграмма', ['arabic', 'cyrillic', 'inflected', 'latin', 'misread']],
    ['қазақ NOT хабар', ['arabic', 'cyrillic', 'latin']],
    ['қазақ -хабар', ['arabic', 'cyrillic', 'latin']],
    ['(қазақ OR газета) Оренбурга', ['old']],
    ['телегр*', ['misread']],
    ['баск*', []],
    ['басқ*', ['arabic', 'cyrillic', 'latin']],
    ['қазақ AND хабар', ['inflected']],
  ])('%s', async (q, names) => {
    expect(await found(q)).toEqual(names);
  });

  test.each(['NOT хабар', '-хабар', 'а*', '*', '( )', 'AND OR'])(
    '%s is refused with what to do',
    async (q) => {
      const { status, body } = await call('GET', `/search?${new URLSearchParams({ q }).toString()}`);
      expect(status).toBe(400);
      expect(body.type).toMatch(/invalid-query$/);
      expect(body.detail).toMatch(/\.$/);
    },
  );
});

describe('narrowed', () => {
  test('by dates in either calendar', async () => {
    expect(await found('қазақ', { from: '1917', to: '1917' })).toEqual(['arabic']);
    // July 1917 of the old style begins on 14 July of the new.
    expect(await found('қазақ', { from: '1917-07-01', to: '1917-07-13' })).toEqual([]);
    expect(await found('қазақ', { from: '1917-07-01', to: '1917-07-13', calendar: 'julian' })).toEqual([
      'arabic',
    ]);
  });

  test('by a script, and by a status', async () => {
    expect(await found('қазақ', { script: 'Arab' })).toEqual(['arabic']);
    expect(await found('қазақ', { status: 'accepted' })).toEqual([]);
    expect(await found('қазақ', { script: 'Latn', status: 'draft' })).toEqual(['latin']);
  });

  test('an issue that gets another date is found by that', async () => {
    const issue = await makeIssue(accounts.reviewer, {
      publication,
      date: { calendar: 'gregorian', edtf: '1905' },
    });
    const moved = await makePage(issue.id);
    await putText(accounts.volunteer, moved, linesOf('перенесенный'));
    expect((await search({ q: 'перенесенный', from: '1906' })).total).toBe(0);
    const json = { date: { calendar: 'gregorian', edtf: '1907' } };
    await expectStatus(200, 'PATCH', `/issues/${issue.id}`, { as: accounts.reviewer, json });
    expect((await search({ q: 'перенесенный', from: '1906' })).total).toBe(1);
  });
});

describe('in another order', () => {
  test('by date, either way', async () => {
    const inOrder = async (sort: string) =>
      (await rules('қазақ', { sort })).map(([name]) => name).slice(0, 3);
    expect(await inOrder('date')).toEqual(['cyrillic', 'inflected', 'arabic']);
    expect(await inOrder('-date')).toEqual(['latin', 'arabic', 'inflected']);
  });

  test.each(['relevance', 'date', '-date'])('the list by %s goes on where it ended', async (sort) => {
    const all = await rules('қазақ OR газета', { sort });
    const read: [string, string][] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await search({
        q: 'қазақ OR газета',
        sort,
        limit: '2',
        ...(cursor && { cursor }),
      });
      read.push(
        ...items.map((item): [string, string] => [
          Object.keys(page).find((name) => page[name] === item.page) ?? '?',
          item.rule,
        ]),
      );
      if (next === null) break;
      cursor = next;
    }
    expect(read).toEqual(all);
  });
});

describe('what is told beside the hits', () => {
  test('facets count all hits', async () => {
    const scheme = await makeScheme(accounts.reviewer, [
      stageOf('1', '1913', '1917'),
      stageOf('2', '1918', '1920'),
    ]);
    const { facets, total } = await search({
      q: 'қазақ',
      facets: 'script,year,publication,layer,stage,status',
      limit: '1',
    });
    const valuesOf = (name: string) =>
      facets?.find(({ facet }) => facet === name)?.values.map(({ value, count }) => [value, count]);
    expect(total).toBe(4);
    expect(valuesOf('script')).toEqual([
      ['Cyrl', 2],
      ['Arab', 1],
      ['Latn', 1],
    ]);
    expect(valuesOf('year')).toEqual([
      ['1913', 1],
      ['1915', 1],
      ['1917', 1],
      ['1919', 1],
    ]);
    expect(valuesOf('publication')).toEqual([[publication, 4]]);
    expect(valuesOf('layer')).toEqual([['transcribed', 4]]);
    expect(valuesOf('status')).toEqual([['draft', 4]]);
    expect(valuesOf('stage')).toEqual(scheme.stages.map((stage, index) => [stage.id, index === 0 ? 3 : 1]));
  });

  test('explain=true says how the query was read', async () => {
    const { explanation } = await search({ q: 'Букейханов "Алихана"', explain: 'true' });
    expect(explanation?.terms).toMatchObject([
      { typed: 'Букейханов', match: 'folded', inflected: [expect.stringMatching(/^b/)] },
      { typed: 'Алихана', match: 'literal', inflected: [], near: [] },
    ]);
    expect(explanation?.names).toMatchObject([
      { typed: 'Букейханов', names: expect.arrayContaining(['Әлихан Бөкейхан']) as unknown },
    ]);
  });

  test('where on the scan a found word stands, from the side on which its line begins', async () => {
    const issue = await makeIssue(accounts.reviewer, { publication });
    const boxed = await makePage(issue.id);
    const box = [100, 50, 800, 40];
    await putText(accounts.volunteer, boxed, [
      { text: 'слово совершенно', box },
      { text: 'ەكىنشى جول', box },
    ]);
    const [russian] = (await search({ q: 'слово' })).items;
    expect(russian?.wordBoxes[0]).toMatchObject([100, 50, expect.any(Number), 40]);
    const [kazakh] = (await search({ q: 'ەكىنشى' })).items;
    const [x = 0, , width = 0] = kazakh?.wordBoxes[0] ?? [];
    expect(x + width).toBe(900);
  });

  test('an accepted text shows how well its page was read', async () => {
    expect((await search({ q: 'қазақ' })).errorRate).toBeNull();
    const issue = await makeIssue(accounts.reviewer, { publication });
    await acceptText(accounts.volunteer, accounts.reviewer, await makePage(issue.id), linesOf('принято'));
    expect((await search({ q: 'принято' })).coverage.reviewed).toBe(1);
  });
});
