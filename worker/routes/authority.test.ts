import { beforeAll, describe, expect, test } from 'vitest';
import type { Entity, EntitySummary } from '../shapes/entities.ts';
import type { Scheme, Stage } from '../shapes/schemes.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import { makeEntity, makeScheme, stageOf } from '../testing/corpus.ts';

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

describe('a periodisation', () => {
  test('keeps its stages in order, with bounds as stated and as Gregorian days', async () => {
    const scheme = await makeScheme(accounts.reviewer, [
      stageOf('1', '1905', '1917-02-27', { calendar: 'julian' }),
      stageOf('1.1', '1905', '1911', { parent: '1' }),
      stageOf('2', '1917-02-28', null, { calendar: 'julian', printed: 'с Февраля' }),
    ]);
    expect(scheme.stages).toMatchObject([
      { key: '1', earliest: '1905-01-14', latest: '1917-03-12' },
      { key: '1.1', parent: '1', earliest: '1905-01-01', latest: '1911-12-31' },
      { key: '2', from: '1917-02-28', to: null, latest: null, printed: 'с Февраля' },
    ]);
    expect((await expectStatus<Scheme>(200, 'GET', scheme.url)).body).toEqual(scheme);
    const { body } = await expectStatus<Stage>(200, 'GET', scheme.stages[1]?.url ?? '');
    expect(body).toEqual(scheme.stages[1]);
  });

  test('counts its versions', async () => {
    const scheme = await makeScheme(accounts.reviewer);
    const change = (note: string) =>
      expectStatus<Scheme>(200, 'PATCH', scheme.url, { as: accounts.reviewer, json: { note } });
    await change('а');
    const { body } = await change('б');
    expect([body.version, body.note]).toEqual([3, 'б']);
    expect((await expectStatus<Scheme>(200, 'GET', scheme.url)).body).toEqual(body);
  });

  test('gets another bound of a stage, as a new version; what cannot be is refused and changes nothing', async () => {
    const scheme = await makeScheme(accounts.reviewer, [
      stageOf('1', '1905', '1917-07', { calendar: 'julian' }),
      stageOf('1.1', '1905', '1913', { parent: '1', calendar: 'julian' }),
    ]);
    const url = scheme.stages[1]?.url ?? '';
    const sent = { to: null, note: 'open end' };
    const { body } = await expectStatus<Stage>(200, 'PATCH', url, { as: accounts.reviewer, json: sent });
    expect(body).toMatchObject({
      key: '1.1',
      parent: '1',
      from: '1905',
      to: null,
      latest: null,
      note: 'open end',
    });
    expect(await pathsRefused('PATCH', url, { to: '1904' })).toContain('to');
    expect(await pathsRefused('PATCH', url, { from: '1913-13' })).toContain('from.edtf');
    expect((await expectStatus<Stage>(200, 'GET', url)).body).toEqual(body);
    expect((await expectStatus<Scheme>(200, 'GET', scheme.url)).body).toMatchObject({
      version: 2,
      stages: [{}, body],
    });
  });

  test.each<[string, object[], string]>([
    ['two stages of one key', [stageOf('1', '1905', '1906'), stageOf('1', '1907', '1908')], 'stages.1.key'],
    ['a parent that is not there', [stageOf('1', '1905', '1906', { parent: '9' })], 'stages.0.parent'],
    ['a stage within itself', [stageOf('1', '1905', '1906', { parent: '1' })], 'stages.0.parent'],
    [
      'stages within each other',
      [stageOf('1', null, null, { parent: '2' }), stageOf('2', null, null, { parent: '1' })],
      'stages.0.parent',
    ],
    ['an end before its beginning', [stageOf('1', '1917', '1905')], 'stages.0.to'],
    ['a bound that is no date', [stageOf('1', '1917-13', null)], 'stages.0.from.edtf'],
  ])('with %s is refused by its path', async (_, stages, path) => {
    expect(
      await pathsRefused('POST', '/schemes', { title: { en: 'x' }, attribution: 'y', stages }),
    ).toContain(path);
  });

  test('may have its substages before their stage', async () => {
    const scheme = await makeScheme(accounts.reviewer, [
      stageOf('1.1', '1905', '1906', { parent: '1' }),
      stageOf('1', '1905', '1917'),
    ]);
    expect(scheme.stages.map(({ key, parent }) => [key, parent])).toEqual([
      ['1.1', '1'],
      ['1', undefined],
    ]);
  });
});
