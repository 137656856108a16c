/** What nobody should send, sent all the same: an answer or a problem document, never an error of the service. */
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Issue } from '../shapes/issues.ts';
import type { SearchAnswer } from '../shapes/search.ts';
import { makeAccounts } from '../testing/accounts.ts';
import { type ProblemBody, call, expectStatus } from '../testing/api.ts';
import { linesOf, makeIssue, makePage, putText } from '../testing/corpus.ts';

const ASKED_AS = ['/search', '/concordance'] as const;
const REFUSED = [400, 422];
const RUNS = 150;

beforeAll(async () => {
  const { reviewer, volunteer } = await makeAccounts();
  const russian: Issue = await makeIssue(reviewer, { date: { calendar: 'julian', edtf: '1915-03-01' } });
  const arabic: Issue = await makeIssue(reviewer, { language: 'kk-Arab' });
  for (const text of ['Голодъ въ уѣздѣ', 'голодъ or near not and', 'a 1 near голодъ']) {
    await putText(volunteer, await makePage(russian.id), linesOf(text));
  }
  await putText(volunteer, await makePage(arabic.id), linesOf('قازاق گازەتى', 'اشتىق'));
});

/** A query string as it goes over the wire, whatever it holds: bytes that are no UTF-8 are sent as they are. */
type Raw = Record<string, string>;

const HEX = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`;
/** As UTF-8, lone surrogates in the form that careless programs give them (CESU-8), which is no UTF-8. */
const encode = (text: string) =>
  Array.from(text, (character) => {
    const point = character.codePointAt(0)!;
    if (point < 0xd800 || point > 0xdfff) return encodeURIComponent(character);
    return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)].map(HEX).join('');
  }).join('');

async function askRaw(path: string, query: Raw): Promise<void> {
  const text = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const answer = await call<SearchAnswer | ProblemBody>('GET', `${path}?${text}`);
  const what = `${path}?${text.slice(0, 500)}`;
  if (answer.status === 200) {
    expect(answer.body, what).toHaveProperty('items');
    return;
  }
  expect(REFUSED, `${what}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
  expect(answer.headers.get('content-type'), what).toContain('application/problem+json');
  expect(answer.body, what).toMatchObject({
    type: expect.stringMatching(/^https:\/\/qalam\.dev\/problems\//),
    title: expect.any(String),
    status: answer.status,
  });
}

/** Signs that mean something to FTS5, to the query language, to LIKE, JSON or SQL, and letters of all scripts. */
const PIECES = [
  ...'"\'“”«»„()*^:+-{}[]\\%_;,.!?/&|=<>~#\0\n\t'.split(''),
  ...' | OR | AND | NOT |NEAR(|NEAR(голодъ a, 2)|key : |word:|{key word}|--|/*|%00|select|null|json'.split(
    '|',
  ),
  'голодъ',
  'уѣздѣ',
  'قازاق',
  'qazaq',
  'a',
  '1',
  'гaзeтъ',
  'қаزاق',
  '\u200e\u200f\u202a\u202e\u2066\u2069\u061c\ufeff',
  'а\u0301\u0301\u0301',
  '\u0301',
  '\u0640\u0674',
  '\u{1e900}\u{10d50}',
  '\ud800',
  '\udc00\ud800',
  '\uffff',
  'ǅİßΣ',
];
const oddText = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  .map(encode);
const anyBytes = fc.uint8Array({ maxLength: 20 }).map((bytes) => Array.from(bytes, HEX).join(''));
const oddQuery = fc.oneof({ weight: 4, arbitrary: oddText }, { weight: 1, arbitrary: anyBytes });

const oneOf = (...values: string[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, oddText);
const oddDate = oneOf('1917', '1917-02-30', '1900-02-29', '0000', '9999-99-99', '1917-13', '-1917', '../..');
const oddNumber = oneOf(
  '0',
  '1',
  '20',
  '-1',
  '1e9',
  '99999999999999999999',
  '1.5',
  'NaN',
  'Infinity',
  '0x10',
  '',
);

const ODD_VALUES = {
  match: oneOf('folded', 'literal'),
  inflect: oneOf('true', 'false'),
  near: oneOf('true', 'false'),
  from: oddDate,
  to: oddDate,
  calendar: oneOf('julian', 'gregorian', 'hijri'),
  publication: oddText,
  entity: oddText,
  place: oddText,
  stage: oddText,
  layer: oneOf('ocr', ',', 'reviewed,reviewed', 'none'),
  script: oneOf('Arab', 'arab'),
  status: oneOf('read', 'none'),
  limit: oddNumber,
  width: oddNumber,
  sort: oneOf('date', '-date', 'left', 'relevance'),
  facets: oneOf('year,place', 'year,year,year', ',', 'score'),
  explain: oneOf('true', 'yes'),
  format: oneOf('json', 'xml'),
  cursor: oddText,
};
/** A few at a time, so that one that is refused does not hide all others. */
const oddRequest = fc
  .tuple(
    fc.constantFrom('голодъ', 'а*', ''),
    fc.subarray(Object.entries(ODD_VALUES), { minLength: 1, maxLength: 2 }),
  )
  .chain(([q, odd]) => fc.record({ q: fc.constant(encode(q)), ...Object.fromEntries(odd) }));

test('odd queries are answered or refused with a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ASKED_AS), oddQuery, async (path, q) => askRaw(path, { q })),
    // Long words of letters beyond the Basic Multilingual Plane were once cut in the middle of one.
    { numRuns: RUNS, examples: [['/search', encode('гaзeтъ\u{1e900}\u{10d50}word')]] },
  );
});

test('so are odd values of everything else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ASKED_AS), oddRequest, async (path, query) => askRaw(path, query)),
    { numRuns: RUNS },
  );
});

test('so are overlong queries', async () => {
  const piece = fc.constantFrom('а', '"', '(', ' a', ' OR ', '*', '\u0301', '\u200f', '😀', '-a ');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ASKED_AS), piece, async (path, text) =>
      askRaw(path, { q: encode(text.repeat(Math.ceil(10_000 / text.length))) }),
    ),
    { numRuns: 20 },
  );
});

test('so are cursors with something changed in them', async () => {
  const lists = await Promise.all(
    ['relevance', 'date', '-date'].map(async (sort) => {
      const answer = await expectStatus<SearchAnswer>(200, 'GET', `/search?q=голодъ&limit=1&sort=${sort}`);
      return { sort, cursor: answer.body.next ?? '' };
    }),
  );
  expect(lists.map(({ cursor }) => cursor)).not.toContain('');
  const part = fc.oneof(
    fc.integer(),
    fc.double(),
    fc.string({ maxLength: 8 }),
    fc.constantFrom(null, true, 2 ** 53, -1, 1e300, '9999', [], {}),
  );
  const changed = (cursor: string) =>
    fc.oneof(
      // A letter of it, or any of the values in it.
      fc
        .tuple(fc.nat(cursor.length - 1), fc.constantFrom('A', 'a', '9', '-', '_', '%', '='))
        .map(([at, letter]) => {
          return `${cursor.slice(0, at)}${encode(letter)}${cursor.slice(at + 1)}`;
        }),
      fc.tuple(fc.nat(4), part).map(([at, value]) => {
        const values = JSON.parse(atob(cursor)) as unknown[];
        const text = JSON.stringify(values.with(at, value)).replaceAll(/[^\x20-\x7e]/g, '?');
        return encodeURIComponent(btoa(text));
      }),
    );
  const request = fc
    .constantFrom(...lists)
    .chain(({ sort, cursor }) => fc.record({ sort: fc.constant(sort), cursor: changed(cursor) }));
  await fc.assert(
    fc.asyncProperty(request, async (query) => askRaw('/search', { q: encode('голодъ'), ...query })),
    { numRuns: RUNS },
  );
});
