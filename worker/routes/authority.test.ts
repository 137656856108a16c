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

  test('is found by every name of every script, by beginnings of words, in old and new spelling', async () => {
    const { id } = await makeEntity(accounts.reviewer, { nameForms: names });
    for (const q of ['Бөкей', 'ӘЛИХАН', 'عاليخان', 'Букейхановъ', 'букейханов', 'Қыр баласы', 'баласы']) {
      expect([q, (await find(q)).map((entity) => entity.id)]).toEqual([q, expect.arrayContaining([id])]);
    }
    expect((await find('Қыр баласы'))[0]?.matched).toBe('Қыр баласы');
    for (const q of ['хан', '%', '_', '\\', "'"]) {
      const { status, body } = await call<{ items: EntitySummary[] }>(
        'GET',
        `/entities?q=${encodeURIComponent(q)}`,
      );
      expect([q, status, body.items.some((entity) => entity.id === id)]).toEqual([q, 200, false]);
    }
    expect(await find('Бөкей', '&kind=place')).toEqual([]);
  });

  test('with the whole name comes before one whose name only begins so', async () => {
    const form = (text: string) => ({
      nameForms: [{ text, language: 'ru', kind: 'preferred' }],
      kind: 'place',
    });
    const longer = await makeEntity(accounts.reviewer, form('Верныйград'));
    const whole = await makeEntity(accounts.reviewer, form('Верный'));
    expect((await find('верный')).map(({ id }) => id)).toEqual([whole.id, longer.id]);
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
  ])('%s is refused by its path', async (_, fields, path) => {
    expect(
      await pathsRefused('POST', '/entities', { kind: 'person', nameForms: names, ...fields }),
    ).toContain(path);
  });
});
