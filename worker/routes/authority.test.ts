import { beforeAll, describe, expect, test } from 'vitest';
import type { Entity, EntitySummary } from '../shapes/entities.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import { makeEntity } from '../testing/corpus.ts';

let accounts: Accounts;

beforeAll(async () => {
  accounts = await makeAccounts();
});

async function pathsRefused(method: string, path: string, json: unknown): Promise<string[]> {
  const answer = await call(method, path, { as: accounts.reviewer, json });
  expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
  return (answer.body.errors ?? []).map((error) => error.path.join('.'));
}

const names = [
  { text: 'Әлихан Бөкейхан', language: 'kk-Cyrl', kind: 'preferred' },
  { text: 'عالیخان بوكەيخانوۆ', language: 'kk-Arab', kind: 'printed-as', source: { source: 'Қазақ, № 1' } },
  { text: 'Алиханъ Букейхановъ', language: 'ru-petr1708', kind: 'variant' },
  { text: 'Қыр баласы', language: 'kk-Cyrl', kind: 'pseudonym' },
];
const find = async (q: string, more = '') =>
  (await expectStatus<{ items: EntitySummary[] }>(200, 'GET', `/entities?q=${encodeURIComponent(q)}${more}`))
    .body.items;

describe('an entity', () => {
  test('comes out with its names in order, relations and claims', async () => {
    const party = await makeEntity(accounts.reviewer, { kind: 'organisation' });
    const fields = {
      nameForms: names,
      note: { ru: 'публицистъ' },
      dates: { from: '1866-03-05', to: '1937' },
      relations: [
        { predicate: 'member-of', object: party.id, from: '1917-07', source: { source: 'Протокол' } },
      ],
      claims: [
        {
          property: 'birth',
          date: { calendar: 'julian', edtf: '1866-03-05' },
          source: { source: 'Метрика' },
        },
      ],
    };
    const made = await makeEntity(accounts.reviewer, fields);
    expect(made).toMatchObject({ ...fields, label: { 'kk-Cyrl': 'Әлихан Бөкейхан' }, mentionCount: 0 });
    const { body } = await expectStatus<Entity>(200, 'GET', made.url);
    expect(body).toMatchObject({ ...fields, label: made.label });
  });

  test('keeps the parts that a change does not name, and replaces those that it does', async () => {
    const made = await makeEntity(accounts.reviewer, {
      nameForms: names,
      claims: [{ property: 'birth', value: '1866', source: { source: 'а' } }],
    });
    const json = { nameForms: [{ text: 'Әлихан', language: 'kk-Cyrl', kind: 'preferred' }] };
    const { body } = await expectStatus<Entity>(200, 'PATCH', made.url, { as: accounts.reviewer, json });
    expect(body).toMatchObject({
      label: { 'kk-Cyrl': 'Әлихан' },
      nameForms: json.nameForms,
      claims: [{ value: '1866' }],
    });
    expect((await expectStatus<Entity>(200, 'GET', made.url)).body).toEqual(body);
    expect((await find('баласы')).map(({ id }) => id)).not.toContain(made.id);
  });

  test.each<[string, object, string]>([
    ['without a name', { nameForms: [] }, 'nameForms'],
    ['of an unknown kind', { kind: 'god' }, 'kind'],
    ['related to nothing', { relations: [{ predicate: 'a', object: 'unknown' }] }, 'relations.0.object'],
    [
      'related since no date',
      { relations: [{ predicate: 'a', object: 'x', from: '1917-99' }] },
      'relations.0.from',
    ],
    ['living until no date', { dates: { to: 'никогда' } }, 'dates.to'],
    [
      'with a claim on no date',
      {
        claims: [
          { property: 'a', date: { calendar: 'gregorian', edtf: '1900-02-29' }, source: { source: 'б' } },
        ],
      },
      'claims.0.date.edtf',
    ],
    ['with a claim without a source', { claims: [{ property: 'a' }] }, 'claims.0.source'],
    ['that ended before it began', { dates: { from: '1917-07', to: '1917-06' } }, 'dates.to'],
    [
      'related to its end before its beginning',
      { relations: [{ predicate: 'a', object: 'x', from: '1917', to: '1916' }] },
      'relations.0.to',
    ],
    [
      'with an interval that runs backwards',
      {
        claims: [{ property: 'a', date: { calendar: 'julian', edtf: '1917/1913' }, source: { source: 'б' } }],
      },
      'claims.0.date.edtf',
    ],
    [
      'with a name of signs alone',
      { nameForms: [...names, { text: '«…»', language: 'ru', kind: 'variant' }] },
      'nameForms.4.text',
    ],
    [
      'with one name twice',
      { nameForms: [...names, { text: ' Қыр баласы ', language: 'kk-Cyrl', kind: 'pseudonym' }] },
      'nameForms.4.text',
    ],
    [
      'with a name in the letters of another script',
      { nameForms: [{ text: 'Алаш', language: 'kk-Arab', kind: 'preferred' }] },
      'nameForms.0.language',
    ],
    [
      'with one relation twice',
      {
        relations: [
          { predicate: 'a', object: 'x' },
          { predicate: 'a', object: 'x', source: { source: 'в' } },
        ],
      },
      'relations.1.object',
    ],
  ])('%s is refused by its path', async (_, fields, path) => {
    expect(
      await pathsRefused('POST', '/entities', { kind: 'person', nameForms: names, ...fields }),
    ).toContain(path);
  });

  test('with a letter that only looks right is refused, saying which, where, and what it should be', async () => {
    const nameForms = [{ text: 'Букeйханов', language: 'ru', kind: 'preferred' }];
    const { status, body } = await call('POST', '/entities', {
      as: accounts.reviewer,
      json: { kind: 'person', nameForms },
    });
    expect([status, body.errors]).toEqual([
      422,
      [
        {
          path: ['nameForms', 0, 'text'],
          code: 'look-alike',
          message:
            'Letter 4 of “Букeйханов”, e, is a Latin letter (U+0065) that only looks like the Cyrillic е (U+0435). Type the Cyrillic one.',
        },
      ],
    ]);
  });

  test('is not related to itself', async () => {
    const made = await makeEntity(accounts.reviewer);
    const json = { relations: [{ predicate: 'a', object: made.id }] };
    expect(await pathsRefused('PATCH', made.url, json)).toEqual(['relations.0.object']);
  });
});
