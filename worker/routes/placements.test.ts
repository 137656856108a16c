import { beforeAll, describe, expect, test } from 'vitest';
import type { Issue } from '../shapes/issues.ts';
import type { Page } from '../shapes/pages.ts';
import type { Scheme } from '../shapes/schemes.ts';
import type { IssueStages, Placement, Placements } from '../shapes/timeline.ts';
import type { z } from '../shapes/common.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus } from '../testing/api.ts';
import { makeIssue, makePage, makeScheme, stageOf } from '../testing/corpus.ts';

let accounts: Accounts;
let authors: Scheme;
let nurpeisov: Scheme;
let typology: Scheme;

const julian = { calendar: 'julian' };

beforeAll(async () => {
  accounts = await makeAccounts();
  authors = await makeScheme(accounts.reviewer, [
    stageOf('1', '1905', '1917-07', julian),
    stageOf('1.1', '1905', '1913', { ...julian, parent: '1' }),
    stageOf('1.2', '1913', '1917-07', { ...julian, parent: '1' }),
    stageOf('2', '1917-07', '1917-12', julian),
    stageOf('3', '1917-12', '1918-04', { ...julian, toCalendar: 'gregorian' }),
    stageOf('4', '1918-04', '1920-03'),
  ]);
  nurpeisov = await makeScheme(accounts.reviewer, [
    stageOf('1', '1905', '1907', julian),
    stageOf('2', '1917', '1920', { ...julian, toCalendar: 'gregorian' }),
  ]);
  typology = await makeScheme(accounts.reviewer, [stageOf('1', null, null), stageOf('2', null, null)]);
});

const find = async (calendar: string, edtf: string) =>
  (
    await expectStatus<z.infer<typeof Placements>>(
      200,
      'GET',
      `/placements?calendar=${calendar}&edtf=${encodeURIComponent(edtf)}`,
    )
  ).body;

function inShort(placements: Placement[], scheme: Scheme): string {
  const found = placements.find((candidate) => candidate.scheme === scheme.id);
  const stages = found?.stages.map(({ key, fit, level }) => `${key} ${fit} ${level}`);
  return [found?.verdict, found?.gap, found?.undated, ...(stages ?? [])].filter(Boolean).join(', ');
}

describe('the place of any date', () => {
  test.each([
    ['julian', '1917-07', 'boundary, 1 boundary 1, 1.2 boundary 2, 2 boundary 1', 'inside, 2 inside 1'],
    ['julian', '1910', 'inside, 1 inside 1, 1.1 inside 2', 'gap, between'],
    ['julian', '1916', 'inside, 1 inside 1, 1.2 inside 2', 'gap, between'],
    ['gregorian', '1918-02-14', 'inside, 3 inside 1', 'inside, 2 inside 1'],
    ['gregorian', '1904', 'gap, before', 'gap, before'],
    ['gregorian', '1921-01', 'gap, after', 'gap, after'],
  ])('%s %s', async (calendar, edtf, first, second) => {
    const { items } = await find(calendar, edtf);
    expect(inShort(items, authors)).toBe(first);
    expect(inShort(items, nurpeisov)).toBe(second);
    expect(inShort(items, typology)).toBe('undated, scheme');
  });

  test('comes with the date in words and in the other calendar', async () => {
    const { date, words, otherCalendar } = await find('julian', '1917-07-05');
    expect(date).toMatchObject({ earliest: '1917-07-18', latest: '1917-07-18' });
    expect(words).toEqual({
      en: '5 (18) July 1917',
      ru: '5 (18) июля 1917 г.',
      kk: '1917 ж. 5 (18) шілде',
    });
    expect(otherCalendar).toMatchObject({ en: '18 July 1917', ru: '18 июля 1917 г.' });
  });

  test('that does not exist is refused in the words of its calendar', async () => {
    const answer = await call('GET', '/placements?calendar=julian&edtf=1917-02-29');
    expect([answer.status, answer.body.detail]).toEqual([
      422,
      '29 February 1917 does not exist in the Julian calendar.',
    ]);
    expect(answer.body.errors?.[0]?.path).toEqual(['query', 'edtf']);
  });
});

describe('the stages of an issue', () => {
  test('are computed from its date, and those that people assert stand apart', async () => {
    const issue = await makeIssue(accounts.reviewer, { date: { calendar: 'julian', edtf: '1916-05-01' } });
    const [page, other] = [await makePage(issue.id), await makePage(issue.id)];
    const stage = authors.stages[5]?.id ?? '';
    const tag = async (onPage: string, state: 'proposed' | 'approved' | 'rejected') => {
      const { body } = await expectStatus<{ id: string }>(201, 'POST', `/pages/${onPage}/tags`, {
        as: accounts.volunteer,
        json: { target: { type: 'page' }, body: { stage } },
      });
      if (state === 'proposed') return;
      const decision = state === 'approved' ? 'approve' : 'reject';
      await expectStatus(200, 'POST', `/tags/${body.id}/review`, {
        as: accounts.reviewer,
        json: { decision },
      });
    };
    await tag(page, 'rejected');
    await tag(page, 'approved');
    await tag(other, 'proposed');
    const { body } = await expectStatus<IssueStages>(200, 'GET', `/issues/${issue.id}/stages`);
    expect(inShort(body.computed, authors)).toBe('inside, 1 inside 1, 1.2 inside 2');
    expect(inShort(body.computed, nurpeisov)).toBe('gap, between');
    expect(body.asserted).toMatchObject([
      { scheme: authors.id, stage, key: '4', approved: 1, proposed: 1, retired: false },
    ]);
  });

  test('of no issue are not there', async () => {
    expect((await call('GET', '/issues/unknown/stages')).status).toBe(404);
  });
});

describe('a masthead with several dates', () => {
  const date = { calendar: 'julian', edtf: '1913-02-02', printed: '2-го февраля' };
  const make = (otherDates: object[]) => makeIssue(accounts.reviewer, { date, otherDates });

  test('agrees where all may be one day, the Hijri one being reckoned', async () => {
    const hijri = { calendar: 'hijri', edtf: '1331-03-08', printed: '٨ ربيع الاول ١٣٣١' };
    const issue = await make([hijri, { calendar: 'gregorian', edtf: '1913-02-15' }]);
    expect(issue.dateAgreement).toBe('agree');
    expect(issue.otherDates?.[0]).toEqual(hijri);
    expect((await expectStatus<Issue>(200, 'GET', issue.url)).body).toEqual(issue);
  });

  test('is taken where they disagree, and says by how much; the first date is the one that counts', async () => {
    const issue = await make([{ calendar: 'gregorian', edtf: '1913-02-14' }]);
    expect(issue).toMatchObject({ dateAgreement: 'disagree', dateGapDays: 1, earliest: '1913-02-15' });
    const change = { otherDates: [] };
    const { body } = await expectStatus<Issue>(200, 'PATCH', issue.url, {
      as: accounts.reviewer,
      json: change,
    });
    expect([body.dateAgreement, body.dateGapDays]).toEqual(['single', undefined]);
  });

  test('of which one does not exist is refused', async () => {
    const sent = {
      number: '1',
      date,
      language: 'ru',
      otherDates: [{ calendar: 'gregorian', edtf: '1913-02-30' }],
    };
    const { id } = await makeIssue(accounts.reviewer);
    const answer = await call('PATCH', `/issues/${id}`, { as: accounts.reviewer, json: sent });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, ['otherDates', 0, 'edtf']]);
  });
});

test('pages are listed by a stage that their date lies in', async () => {
  const inStage = await makeIssue(accounts.reviewer, { date: { calendar: 'gregorian', edtf: '1919-03-01' } });
  const page = await makePage(inStage.id);
  const elsewhere = await makeIssue(accounts.reviewer, {
    date: { calendar: 'gregorian', edtf: '1912-03-01' },
  });
  await makePage(elsewhere.id);
  const stage = authors.stages.find(({ key }) => key === '4')?.id;
  const { body } = await expectStatus<{ items: Page[] }>(200, 'GET', `/pages?stage=${stage}`);
  expect(body.items.map(({ id }) => id)).toEqual([page]);
});
