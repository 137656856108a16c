import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import type { Issue } from '../shapes/issues.ts';
import type { SearchAnswer, SearchHit, Stats } from '../shapes/search.ts';
import type { Tag } from '../shapes/tags.ts';
import { expandQuery } from '../search/expand-query.ts';
import { QueryError, parseQuery, termsOf } from '../search/parse-query.ts';
import { runSearch } from '../search/run-search.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus, typeOf } from '../testing/api.ts';
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
let russian: Issue;
let arabic: Issue;
let orenburg: string;
let accepted: string;
let kazakh: string;

beforeAll(async () => {
  accounts = await makeAccounts();
  const { reviewer, volunteer } = accounts;
  russian = await makeIssue(reviewer, { date: { calendar: 'julian', edtf: '1915-03-01' } });
  arabic = await makeIssue(reviewer, {
    date: { calendar: 'gregorian', edtf: '1913-02-02' },
    language: 'kk-Arab',
  });
  orenburg = await makePage(russian.id, { label: 'первая' });
  await putText(volunteer, orenburg, [
    { text: 'Телеграмма изъ Оренбурга', box: [10, 20, 300, 40] },
    { text: 'Въ уѣздѣ голодъ, ѳома пишетъ', box: [10, 70, 300, 40] },
    { text: 'хлѣба нѣтъ' },
  ]);
  accepted = await makePage(russian.id);
  await acceptText(volunteer, reviewer, accepted, linesOf('Голодъ въ Тургаѣ', 'Оренбургъ'));
  kazakh = await makePage(arabic.id);
  await putText(volunteer, kazakh, linesOf('قازاق گازەتى', 'ورىنبور شەھەرى'));
  await makePage(russian.id);
});

const queryOf = (query: Record<string, string>) => new URLSearchParams(query).toString();

async function search(query: Record<string, string>): Promise<SearchAnswer> {
  return (await expectStatus<SearchAnswer>(200, 'GET', `/search?${queryOf(query)}`)).body;
}
const pagesOf = (answer: SearchAnswer) => answer.items.map(({ page }) => page).sort();
const find = async (q: string, more: Record<string, string> = {}) => pagesOf(await search({ q, ...more }));
const found = (...pages: string[]) => [...pages].sort();

describe('words', () => {
  test('are all wanted, in any order, over the ends of lines', async () => {
    expect(await find('голодъ телеграмма')).toEqual([orenburg]);
    expect(await find('телеграмма голодъ')).toEqual([orenburg]);
    expect(await find('телеграмма Тургаѣ')).toEqual([]);
  });

  test('in old spelling find the new one and the other way round', async () => {
    expect(await find('уезде')).toEqual([orenburg]);
    expect(await find('фома')).toEqual([orenburg]);
    expect(await find('голод')).toEqual(found(orenburg, accepted));
    expect(await find('ГОЛОДЪ')).toEqual(found(orenburg, accepted));
  });

  test('as typed, where match=literal says so', async () => {
    expect(await find('голод', { match: 'literal' })).toEqual([]);
    expect(await find('голодъ', { match: 'literal' })).toEqual(found(orenburg, accepted));
  });

  test('in quotes are a phrase as typed, also over the end of a line', async () => {
    expect(await find('"въ уѣздѣ"')).toEqual([orenburg]);
    expect(await find('"уѣздѣ въ"')).toEqual([]);
    expect(await find('"в уезде"')).toEqual([]);
    expect(await find('«Оренбурга Въ»')).toEqual([orenburg]);
  });

  test('in Arabic script are found with and without marks', async () => {
    expect(await find('قازاق')).toEqual([kazakh]);
    expect(await find('\u200fقازاق\u200f گازەتى')).toEqual([kazakh]);
  });

  test('of two scripts together are wanted both', async () => {
    expect(await find('قازاق голодъ')).toEqual([]);
  });
});

describe('a hit', () => {
  test('names page, issue, line, box, layer, and marks the words in its line', async () => {
    const { items, total } = await search({ q: 'Оренбурга телеграмма' });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      page: orenburg,
      pageLabel: 'первая',
      issue: russian.id,
      publication: russian.publication,
      publicationTitle: russian.publicationTitle,
      date: { calendar: 'julian', edtf: '1915-03-01' },
      layer: 'transcribed',
      box: [10, 20, 300, 40],
      snippet: 'Телеграмма изъ Оренбурга',
      rule: 'exact',
    } satisfies Partial<SearchHit>);
    expect(wordsMarked(items[0])).toEqual(['Телеграмма', 'Оренбурга']);
  });

  test('says whether the word stands there as typed or by its key', async () => {
    expect((await search({ q: 'уезде' })).items[0]).toMatchObject({ rule: 'folded' });
    expect(wordsMarked((await search({ q: 'уезде' })).items[0])).toEqual(['уѣздѣ']);
  });

  test('marks a word once, however often it was asked for', async () => {
    const { items } = await search({ q: 'голод "голодъ" голодъ' });
    const hit = items.find(({ page }) => page === accepted);
    expect(hit?.highlights).toEqual([[0, 6]]);
  });
});

function wordsMarked(hit: SearchHit | undefined): string[] {
  return (hit?.highlights ?? []).map(([start, end]) => hit?.snippet.slice(start, end) ?? '');
}

describe('filters', () => {
  test('by Gregorian day, publication, script and layer', async () => {
    // 1 March 1915 of the Julian calendar is 14 March.
    expect(await find('голод', { from: '1915-03-14', to: '1915-03-14' })).toEqual(found(orenburg, accepted));
    expect(await find('голод', { from: '1915-03-15' })).toEqual([]);
    expect(await find('голод', { to: '1915-03-13' })).toEqual([]);
    expect(await find('голод', { publication: russian.publication })).toEqual(found(orenburg, accepted));
    expect(await find('голод', { publication: arabic.publication })).toEqual([]);
    expect(await find('قازاق', { script: 'Arab' })).toEqual([kazakh]);
    expect(await find('قازاق', { script: 'Cyrl' })).toEqual([]);
    expect(await find('голод', { layer: 'reviewed' })).toEqual([accepted]);
    expect(await find('голод', { layer: 'transcribed,ocr' })).toEqual([orenburg]);
  });

  test('by stage', async () => {
    const { stages } = await makeScheme(accounts.reviewer, [
      stageOf('1', '1913', '1914'),
      stageOf('2', '1915', '1916'),
    ]);
    expect(await find('голод', { stage: stages[0]?.id ?? '' })).toEqual([]);
    expect(await find('голод', { stage: stages[1]?.id ?? '' })).toEqual(found(orenburg, accepted));
  });

  test('by an entity that approved tags put on the page', async () => {
    const entity = await makeEntity(accounts.reviewer);
    const json = { target: { type: 'page' }, body: { entity: entity.id } };
    const { body: tag } = await expectStatus<Tag>(201, 'POST', `/pages/${orenburg}/tags`, {
      as: accounts.volunteer,
      json,
    });
    expect(await find('голод', { entity: entity.id })).toEqual([]);
    await expectStatus(200, 'POST', `/tags/${tag.id}/review`, {
      as: accounts.reviewer,
      json: { decision: 'approve' },
    });
    expect(await find('голод', { entity: entity.id })).toEqual([orenburg]);
  });

  test.each([
    'from=1915-02-30',
    'to=1915-13',
    'layer=none',
    'layer=',
    'script=arab',
    'match=all',
    'limit=0',
    'limit=101',
  ])('%s is refused', async (query) => {
    const answer = await call('GET', `/search?q=а&${query}`);
    expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
  });
});

describe('coverage', () => {
  test('counts every page within the filters once', async () => {
    expect((await search({ q: 'голод', publication: russian.publication })).coverage).toEqual({
      reviewed: 1,
      transcribed: 1,
      ocr: 0,
      withoutText: 1,
    });
    const { body: stats } = await expectStatus<Stats>(200, 'GET', '/stats');
    const { coverage } = await search({ q: 'голод' });
    expect(Object.values(coverage).reduce((sum, count) => sum + count, 0)).toBe(stats.pages.scanned);
  });
});

describe('which text of a page is searched', () => {
  test('the accepted one, also while a newer draft exists, until the draft is accepted', async () => {
    const page = await makePage(russian.id);
    await acceptText(accounts.volunteer, accounts.reviewer, page, linesOf('принятое слово'));
    const { id } = await putText(accounts.volunteer, page, linesOf('черновое слово'), { submit: true });
    expect(await find('принятое')).toEqual([page]);
    expect(await find('черновое')).toEqual([]);
    await expectStatus(200, 'POST', `/revisions/${id}/review`, {
      as: accounts.reviewer,
      json: { decision: 'accept' },
    });
    expect(await find('принятое')).toEqual([]);
    expect(await find('черновое')).toEqual([page]);
  });

  test('nothing where the text was taken away', async () => {
    const page = await makePage(russian.id);
    await putText(accounts.volunteer, page, linesOf('исчезающее'));
    expect(await find('исчезающее')).toEqual([page]);
    await putText(accounts.volunteer, page, []);
    expect(await find('исчезающее')).toEqual([]);
  });
});

test('cursors go through all hits, each once, with the same total', async () => {
  const issue = await makeIssue(accounts.reviewer);
  const pages: string[] = [];
  for (let index = 0; index < 7; index++) {
    const page = await makePage(issue.id);
    // Some pages score the same, others do not.
    await putText(
      accounts.volunteer,
      page,
      linesOf(...Array.from({ length: 1 + (index % 3) }, () => 'многократно')),
    );
    pages.push(page);
  }
  const seen: string[] = [];
  let cursor = '';
  do {
    const answer = await search({ q: 'многократно', limit: '2', cursor });
    expect(answer.total).toBe(7);
    seen.push(...answer.items.map(({ page }) => page));
    cursor = answer.next ?? '';
  } while (cursor !== '');
  expect(seen).toHaveLength(7);
  expect(found(...seen)).toEqual(found(...pages));
});

describe('queries that cannot be searched', () => {
  test.each([
    '',
    '   ',
    '?!',
    '"«»"',
    '\u200f',
    '\0',
    '٪',
    'а'.repeat(10_000),
    'а '.repeat(41) + Array.from({ length: 41 }, (_, i) => `б${i}`).join(' '),
  ])('are refused with what to do (%#)', async (q) => {
    const answer = await call('GET', `/search?${queryOf({ q })}`);
    expect([answer.status, typeOf(answer)]).toEqual([400, 'invalid-query']);
    expect(answer.body.detail).toMatch(/\.$/);
  });

  test('no query at all is a missing field', async () => {
    expect((await call('GET', '/search')).status).toBe(422);
  });
});

describe('no query upsets the service', () => {
  test.each([
    '"голод',
    'голод"',
    'a AND',
    'NEAR(a b)',
    'word:голод',
    'ab*',
    '^a',
    'a OR b',
    '(a',
    'b -a',
    '"a" + "b"',
    "a'b",
    'a\0b',
    '؟قازاق',
    '%00',
    'İ',
    'ß',
    'ﷺ',
    '\u202eа',
  ])('%j', async (q) => {
    const { status } = await call('GET', `/search?${queryOf({ q })}`);
    expect(status).toBe(200);
  });

  test('whatever is typed is refused by name or searched', async () => {
    const db = connect(env);
    const letters = fc.constantFrom(
      ...Array.from('аѣЪқىگ\u0640\u200c\u200fA1"«»“ \'-*():^\0\ud800\u0301\u08b6\u{10d50}\u{1e900}ǅİ'),
    );
    const query = fc.oneof(
      fc.string({ unit: letters, maxLength: 30 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom('folded' as const, 'literal' as const), async (q, match) => {
        let node;
        try {
          node = parseQuery(q, match);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
          return;
        }
        expect(termsOf(node).length).toBeGreaterThan(0);
        const expanded = await expandQuery(db, node, { inflect: true, near: true });
        const filter = { layers: ['ocr'], entities: [] } as const;
        const options = { sort: 'relevance', limit: 1, facets: [], weigh: true } as const;
        const { total } = await runSearch(db, expanded, filter, options);
        expect(total).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150 },
    );
  });
});

test('a text is found by every one of its own words, whatever they are', async () => {
  const issue = await makeIssue(accounts.reviewer);
  const word = fc.string({
    unit: fc.constantFrom(...Array.from('абѣъӘқіقازگھەىءٴ\u064eaZé\u030109٣')),
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), async (words) => {
      const page = await makePage(issue.id);
      const line = words.join(' ');
      await putText(accounts.volunteer, page, linesOf(line));
      for (const match of ['folded', 'literal']) {
        const { status, body } = await call<SearchAnswer>(
          'GET',
          `/search?${queryOf({ q: line, match, publication: issue.publication })}`,
        );
        if (status === 400) continue;
        const hit = body.items.find((item) => item.page === page);
        expect(hit, line).toBeDefined();
        expect(hit?.highlights.length).toBeGreaterThan(0);
      }
      await putText(accounts.volunteer, page, []);
    }),
    { numRuns: 25 },
  );
});
