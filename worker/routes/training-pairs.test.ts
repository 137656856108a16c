import { beforeAll, describe, expect, test } from 'vitest';
import type { TrainingPair } from '../shapes/training-pairs.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import { acceptText, makeIssue, makePage, makePublication, putText } from '../testing/corpus.ts';

interface Answer {
  items: TrainingPair[];
  next: string | null;
}

const FREE = { statement: 'Published in 1915', licence: 'public domain' };
const lineAt = (text: string, row: number) => ({ text, box: [10, 50 * row, 600, 40] });

let accounts: Accounts;
let publication: string;
beforeAll(async () => {
  accounts = await makeAccounts();
  publication = (await makePublication(accounts.reviewer, { rights: FREE })).id;
});

async function makeAccepted(issue: Record<string, unknown>, ...texts: string[]): Promise<string> {
  const { id } = await makeIssue(accounts.reviewer, { publication, ...issue });
  const page = await makePage(id);
  await acceptText(accounts.volunteer, accounts.reviewer, page, texts.map(lineAt));
  return page;
}

const list = async (query = '') => (await expectStatus<Answer>(200, 'GET', `/training-pairs?${query}`)).body;
const textsOf = ({ items }: Answer) => items.map(({ text }) => text);

describe('accepted lines as training pairs', () => {
  let russian: string;
  beforeAll(async () => {
    russian = await makeAccepted(
      { orthography: 'pre-reform' },
      'Газета вышла',
      'въ [свѣтъ?]',
      'сего дня',
      'ⅩⅤ года',
    );
    await makeAccepted({ language: 'kk-Arab' }, 'قازاق', 'Газета');
    await makeAccepted({ rights: { statement: 'Of the archive', licence: 'CC-BY-NC-4.0' } }, 'не для всѣхъ');
    const { id } = await makeIssue(accounts.reviewer, { publication });
    await putText(accounts.volunteer, await makePage(id), [lineAt('не принято', 0)]);
  });

  test('have their place on the scan, and leave out what is unsure, not accepted or not free', async () => {
    const pairs = await list();
    expect(textsOf(pairs)).toEqual(['Газета вышла', 'сего дня', 'ⅩⅤ года', 'قازاق', 'Газета']);
    expect(pairs.next).toBeNull();
    expect(pairs.items[1]).toMatchObject({
      page: russian,
      box: [10, 100, 600, 40],
      script: 'Cyrl',
      language: 'ru-petr1708',
      orthography: 'pre-reform',
      models: [],
      scan: { url: `/api/v1/pages/${russian}/scan`, width: 1000, height: 2000, type: 'image/png' },
      pageUrl: expect.stringMatching(`^http://qalam.test/pages/${russian}\\?line=`),
      publication,
      rights: FREE,
    });
  });

  test('are narrowed by script, language, orthography and publication', async () => {
    expect(textsOf(await list('script=Arab'))).toEqual(['قازاق']);
    expect(textsOf(await list('language=kk-arab&script=Cyrl'))).toEqual(['Газета']);
    expect(textsOf(await list('orthography=pre-reform'))).toHaveLength(3);
    const other = (await makePublication(accounts.reviewer, { rights: FREE })).id;
    expect(textsOf(await list(`publication=${other}`))).toEqual([]);
  });

  test('come in parts, each line once, also as a file with an object a line', async () => {
    const whole = textsOf(await list());
    const parts: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const part: Answer = await list(`limit=2&cursor=${next}`);
      parts.push(...textsOf(part));
      next = part.next;
    }
    expect(parts).toEqual(whole);
    const file = await call<string>('GET', '/training-pairs?format=jsonl&limit=3');
    expect(file.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    expect(file.headers.get('link')).toMatch(/rel="next"/);
    const rows = file.body.trim().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as TrainingPair).text)).toEqual(whole.slice(0, 3));
  });

  test('too many at once as JSON, and a foreign cursor, are refused', async () => {
    expect(typeOf(await call('GET', '/training-pairs?limit=201'))).toBe('invalid-request');
    expect(typeOf(await call('GET', '/training-pairs?cursor=abc'))).toBe('invalid-cursor');
  });
});
