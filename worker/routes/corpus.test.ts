import { beforeAll, describe, expect, test } from 'vitest';
import type { Issue } from '../shapes/issues.ts';
import type { Publication } from '../shapes/publications.ts';
import type { StageIssue } from '../shapes/schemes.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import { makeIssue, makePage, makePublication, makeScheme, stageOf } from '../testing/corpus.ts';

let accounts: Accounts;

beforeAll(async () => {
  accounts = await makeAccounts();
});

async function pathsRefused(method: string, path: string, json: unknown): Promise<string[]> {
  const answer = await call(method, path, { as: accounts.reviewer, json });
  expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
  return (answer.body.errors ?? []).map((error) => error.path.join('.'));
}

describe('a publication', () => {
  const whole = {
    title: { 'kk-Arab': 'قازاق', 'kk-Cyrl': 'Қазақ', ru: 'Казах' },
    languages: ['kk-Arab'],
    orthographies: ['baitursynuly-1912'],
    place: { ru: 'Оренбург' },
    editors: ['Ахмет Байтұрсынұлы'],
    run: { from: '1913-02', to: '1918' },
    rights: { statement: 'Public domain', uri: 'https://example.org/pd' },
    note: 'две\nстроки',
    authorityIds: { wikidata: 'Q1' },
    citations: [{ source: 'Каталог', locator: 'с. 5' }],
  };

  test('comes out as it was put in', async () => {
    const made = await makePublication(accounts.reviewer, whole);
    expect(made).toMatchObject({
      ...whole,
      issueCount: 0,
      pageCount: 0,
      url: `/api/v1/publications/${made.id}`,
    });
    expect((await expectStatus<Publication>(200, 'GET', made.url)).body).toEqual(made);
  });

  test('is changed in the fields that are sent, and in no others', async () => {
    const made = await makePublication(accounts.reviewer, whole);
    const { body } = await expectStatus<Publication>(200, 'PATCH', made.url, {
      as: accounts.reviewer,
      json: { note: 'новая' },
    });
    expect(body).toMatchObject({ ...whole, note: 'новая' });
    expect((await expectStatus<Publication>(200, 'GET', made.url)).body).toEqual(body);
  });

  test('counts its issues and pages', async () => {
    const made = await makePublication(accounts.reviewer);
    const issue = await makeIssue(accounts.reviewer, { publication: made.id });
    await makePage(issue.id);
    const { body } = await expectStatus<Publication>(200, 'GET', made.url);
    expect([body.issueCount, body.pageCount]).toEqual([1, 1]);
  });

  test.each<[string, object, string]>([
    ['without a title', { title: {} }, 'title'],
    ['with a title in no language', { title: { 'not a tag': 'x' } }, 'title.not a tag'],
    ['with a language that is none', { languages: ['казахский'] }, 'languages.0'],
    ['with a run that is no EDTF', { run: { from: '1913-13' } }, 'run.from'],
    ['with a link that is none', { rights: { statement: 'x', uri: 'javascript' } }, 'rights.uri'],
    ['with a bidi override', { title: { ru: 'а\u202e' } }, 'title.ru'],
  ])('%s is refused by its path', async (_, fields, path) => {
    expect(await pathsRefused('POST', '/publications', { ...whole, ...fields })).toContain(path);
  });
});

describe('an issue', () => {
  const base = {
    number: '12',
    language: 'kk-Arab',
    date: { calendar: 'julian', edtf: '1917-07-05', printed: '5 іюля 1917' },
  };

  test('has its date as printed and the Gregorian days that it means', async () => {
    const issue = await makeIssue(accounts.reviewer, base);
    expect(issue).toMatchObject({ ...base, earliest: '1917-07-18', latest: '1917-07-18' });
    expect(issue.date).toEqual({ ...base.date, earliest: '1917-07-18', latest: '1917-07-18' });
    expect((await expectStatus<Issue>(200, 'GET', issue.url)).body).toEqual(issue);
  });

  test.each<[string, string, string | null, string | null]>([
    // The leap day of 1900 exists in the Julian calendar alone.
    ['julian', '1900-02-29', '1900-03-13', '1900-03-13'],
    ['gregorian', '1917', '1917-01-01', '1917-12-31'],
    ['julian', '1917-07', '1917-07-14', '1917-08-13'],
    ['gregorian', '1913/1918', '1913-01-01', '1918-12-31'],
    ['gregorian', '1913/..', '1913-01-01', null],
  ])('of %s %s lies between %s and %s', async (calendar, edtf, earliest, latest) => {
    expect(await makeIssue(accounts.reviewer, { ...base, date: { calendar, edtf } })).toMatchObject({
      earliest,
      latest,
    });
  });

  test.each<[string, object, string]>([
    [
      'on 29 February 1900 of the Gregorian calendar',
      { date: { calendar: 'gregorian', edtf: '1900-02-29' } },
      'date.edtf',
    ],
    ['in month 13', { date: { calendar: 'julian', edtf: '1917-13' } }, 'date.edtf'],
    ['at no date', { date: { calendar: 'julian', edtf: 'июль' } }, 'date.edtf'],
    ['in no calendar', { date: { calendar: 'maya', edtf: '1917' } }, 'date.calendar'],
    ['of no publication', { publication: 'unknown' }, 'publication'],
    ['in no script', { script: 'arabic' }, 'script'],
    ['without a number', { number: '' }, 'number'],
  ])('%s is refused by its path', async (_, fields, path) => {
    const { id } = await makePublication(accounts.reviewer);
    expect(await pathsRefused('POST', '/issues', { publication: id, ...base, ...fields })).toContain(path);
  });

  test('gets new days with a new date', async () => {
    const issue = await makeIssue(accounts.reviewer, base);
    const json = { date: { calendar: 'gregorian', edtf: '1918-01-02' } };
    const { body } = await expectStatus<Issue>(200, 'PATCH', issue.url, { as: accounts.reviewer, json });
    expect(body).toMatchObject({ number: '12', earliest: '1918-01-02', latest: '1918-01-02' });
    expect((await expectStatus<Issue>(200, 'GET', issue.url)).body).toEqual(body);
    expect(
      await pathsRefused('PATCH', issue.url, { date: { calendar: 'gregorian', edtf: '1918-02-30' } }),
    ).toEqual(['date.edtf']);
  });

  test('counts its pages by status', async () => {
    const issue = await makeIssue(accounts.reviewer, base);
    await makePage(issue.id, { status: 'queued' });
    await makePage(issue.id, { status: 'read' });
    await makePage(issue.id, { status: 'read' });
    const { body } = await expectStatus<Issue>(200, 'GET', issue.url);
    expect(body.pages).toEqual({ total: 3, byStatus: { queued: 1, read: 2 } });
  });

  test('is listed by date and found by publication and days', async () => {
    const { id: publication } = await makePublication(accounts.reviewer);
    const at = (edtf: string) =>
      makeIssue(accounts.reviewer, {
        ...base,
        publication,
        number: edtf,
        date: { calendar: 'gregorian', edtf },
      });
    await at('1917-05-01');
    await at('1916');
    await at('1917-04-30');
    const find = async (query: string) => {
      const { body } = await expectStatus<{ items: Issue[] }>(
        200,
        'GET',
        `/issues?publication=${publication}${query}`,
      );
      return body.items.map(({ number }) => number);
    };
    expect(await find('')).toEqual(['1916', '1917-04-30', '1917-05-01']);
    expect(await find('&from=1917-05-01')).toEqual(['1917-05-01']);
    expect(await find('&to=1917-04-30')).toEqual(['1916', '1917-04-30']);
    expect(await find('&from=1916-06-01&to=1916-06-30')).toEqual(['1916']);
    for (const query of ['from=1917', 'to=1917-02-30', 'from=x']) {
      expect((await call('GET', `/issues?${query}`)).status).toBe(422);
    }
  });
});

describe('the issues of a stage', () => {
  test('are those whose date may lie in it, with how it lies there', async () => {
    const { stages } = await makeScheme(accounts.reviewer, [
      stageOf('1', '1911', '1914'),
      stageOf('2', '1914', '1916'),
    ]);
    const { id: publication } = await makePublication(accounts.reviewer);
    for (const edtf of ['1912-03-01', '1914-06-01', '1910/1911', '1917-01-01']) {
      await makeIssue(accounts.reviewer, {
        publication,
        number: edtf,
        date: { calendar: 'gregorian', edtf },
      });
    }
    const list = async (index: number) => {
      const { body } = await expectStatus<{ items: StageIssue[] }>(
        200,
        'GET',
        `/stages/${stages[index]?.id}/issues?publication=${publication}`,
      );
      for (const { number, date } of body.items) expect(date.edtf).toBe(number);
      return body.items.map(({ number, fit }) => [number, fit]);
    };
    expect(await list(0)).toEqual([
      ['1910/1911', 'uncertain'],
      ['1912-03-01', 'inside'],
      ['1914-06-01', 'boundary'],
    ]);
    expect(await list(1)).toEqual([['1914-06-01', 'boundary']]);
    const { body } = await expectStatus<{ items: Issue[] }>(
      200,
      'GET',
      `/issues?publication=${publication}&stage=${stages[1]?.id}`,
    );
    expect(body.items.map(({ number }) => number)).toEqual(['1914-06-01']);
  });
});
