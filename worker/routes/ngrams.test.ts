import { beforeAll, describe, expect, test } from 'vitest';
import type { Ngrams } from '../shapes/ngrams.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import { linesOf, makeIssue, makePage, makePublication, putText } from '../testing/corpus.ts';

let accounts: Accounts;
let publication: string;

beforeAll(async () => {
  accounts = await makeAccounts();
  publication = (await makePublication(accounts.reviewer)).id;
  const texts: [string, string, string[]][] = [
    ['1913-02-02', 'kk-Cyrl', ['қазақ газеті, Қазақ']],
    ['1913-02-09', 'kk-Arab', ['قازاق گازەتى', 'قازاق']],
    ['1913-03', 'kk-Cyrl', ['қазақ', 'газеті']],
    ['1914', 'kk-Latn', ['qazaq gazeti qazaqtar']],
    ['1913/1914', 'kk-Cyrl', ['қазақ']],
  ];
  for (const [edtf, language, lines] of texts) {
    const date = { calendar: 'gregorian', edtf };
    const issue = await makeIssue(accounts.reviewer, { publication, language, date });
    await putText(accounts.volunteer, await makePage(issue.id), linesOf(...lines));
  }
});

async function count(query: Record<string, string>): Promise<Ngrams> {
  const parameters = new URLSearchParams({ publication, ...query });
  return (await expectStatus<Ngrams>(200, 'GET', `/ngrams?${parameters.toString()}`)).body;
}

describe('counts', () => {
  test('of a word in all scripts, month by month, with what lies in no month apart', async () => {
    const { series, totals, vague } = await count({ q: 'Қазақ' });
    expect(series[0]).toMatchObject({
      query: 'Қазақ',
      counts: [
        { period: '1913-02', occurrences: 4, pages: 2 },
        { period: '1913-03', occurrences: 1, pages: 1 },
      ],
      vague: { occurrences: 2, pages: 2 },
      undated: { occurrences: 0, pages: 0 },
    });
    expect(totals).toEqual([
      { period: '1913-02', words: 6, pages: 2 },
      { period: '1913-03', words: 2, pages: 1 },
    ]);
    expect(vague).toEqual({ words: 4, pages: 2 });
  });

  test('of phrases, over the ends of lines', async () => {
    const { series } = await count({ q: 'қазақ газеті, газеті қазақ , қазақ газеті қазақ', by: 'year' });
    expect(series.map(({ counts }) => counts)).toEqual([
      [
        { period: '1913', occurrences: 3, pages: 3 },
        { period: '1914', occurrences: 1, pages: 1 },
      ],
      [{ period: '1913', occurrences: 2, pages: 2 }],
      [{ period: '1913', occurrences: 2, pages: 2 }],
    ]);
  });

  test('as typed, and within the filters of search', async () => {
    const sum = ({ series }: Ngrams) =>
      series[0]?.counts.reduce((all, { occurrences }) => all + occurrences, 0);
    expect(sum(await count({ q: 'қазақ', match: 'literal', by: 'year' }))).toBe(3);
    expect(sum(await count({ q: 'қазақ', script: 'Arab' }))).toBe(2);
    expect(sum(await count({ q: 'қазақ', to: '1913-02-05' }))).toBe(2);
    expect((await count({ q: 'қазақ', script: 'Arab' })).coverage.transcribed).toBe(1);
  });

  test('of a word that is nowhere are noughts, not an error', async () => {
    expect((await count({ q: 'жоқсөз' })).series[0]?.counts).toEqual([]);
  });
});

test('as CSV every period has a row, also where the count is nought', async () => {
  const parameters = new URLSearchParams({ publication, q: 'gazeti,жоқсөз', format: 'csv', by: 'year' });
  const { body, headers } = await expectStatus<string>(200, 'GET', `/ngrams?${parameters.toString()}`);
  expect(body.trim().split('\r\n')).toEqual([
    'query,period,occurrences,pages,words_in_period',
    'gazeti,1913,3,3,8',
    'gazeti,1914,1,1,3',
    'gazeti,vague,0,0,1',
    'жоқсөз,1913,0,0,8',
    'жоқсөз,1914,0,0,3',
    'жоқсөз,vague,0,0,1',
  ]);
  expect(headers.get('qalam-coverage')).toContain('transcribed=5');
});

test.each(['', ',', '?', 'а,б,в,г,д,е,ж,з,и', 'а б в г', 'а\0б в г д'])('%j is refused', async (q) => {
  const answer = await call('GET', `/ngrams?${new URLSearchParams({ q }).toString()}`);
  expect([answer.status, typeOf(answer)]).toEqual([400, 'invalid-query']);
});
