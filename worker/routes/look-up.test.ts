import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { rekeyNameForms } from '../db/name-keys.ts';
import { nameForms, nameWords } from '../db/schema.ts';
import type { Entity, EntitySummary } from '../shapes/entities.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus } from '../testing/api.ts';
import { makeEntity } from '../testing/corpus.ts';

let accounts: Accounts;
let people: Record<'bukeikhan' | 'zhansha' | 'khalel' | 'dulatov', Entity>;
let west: Entity;

const form = (text: string, language: string, kind = 'variant') => ({ text, language, kind });
const find = async (q: string, more = '') =>
  (await expectStatus<{ items: EntitySummary[] }>(200, 'GET', `/entities?q=${encodeURIComponent(q)}${more}`))
    .body.items;
const make = (nameForms: object[], more: object = {}) =>
  makeEntity(accounts.reviewer, { nameForms, ...more });

beforeAll(async () => {
  accounts = await makeAccounts();
  west = await make([form('Западное отделение', 'ru', 'preferred')], { kind: 'organisation' });
  const duma = await make([form('Вторая Дума', 'ru', 'preferred')], { kind: 'organisation' });
  const member = { predicate: 'member-of', object: west.id };
  people = {
    bukeikhan: await make([
      form('Әлихан Бөкейхан', 'kk-Cyrl', 'preferred'),
      form('عالیخان بوكەيخان', 'kk-Arab', 'printed-as'),
      form('Алиханъ Букейхановъ', 'ru-petr1708'),
      form('Қыр баласы', 'kk-Cyrl', 'pseudonym'),
      form('Alikhan Bukeikhanov', 'en'),
    ]),
    zhansha: await make(
      [form('Жанша Досмұхамедов', 'kk-Cyrl', 'preferred'), form('Джанша Досмухамедов', 'ru')],
      {
        relations: [member, { predicate: 'leader-of', object: west.id }],
        dates: { from: '1887', to: '1932' },
      },
    ),
    khalel: await make(
      [form('Халел Досмұхамедов', 'kk-Cyrl', 'preferred'), form('Халел Досмухамедов', 'ru')],
      {
        relations: [member, { predicate: 'author-of', object: duma.id }],
        note: { ru: 'врач' },
      },
    ),
    dulatov: await make([
      form('Міржақып Дулатов', 'kk-Cyrl', 'preferred'),
      form('Мадияр', 'kk-Cyrl', 'pseudonym'),
    ]),
  };
});

describe('a name is found', () => {
  test.each<[string, string, string]>([
    ['Әлихан Бөкейхан', 'exact', 'Әлихан Бөкейхан'],
    ['әлихан бөкейхан', 'exact', 'Әлихан Бөкейхан'],
    ['ҚЫР БАЛАСЫ', 'exact', 'Қыр баласы'],
    ['Алихан Букейханов', 'folded', 'Алиханъ Букейхановъ'],
    ['عاليخان بوكەيخان', 'folded', 'عالیخان بوكەيخان'],
    ['Älihan Bökeihan', 'folded', 'Әлихан Бөкейхан'],
    ['Әлих', 'prefix', 'Әлихан Бөкейхан'],
    ['Alik', 'prefix', 'Alikhan Bukeikhanov'],
    ['Бөкей', 'word', 'Әлихан Бөкейхан'],
    ['Бөкейхан Әлихан', 'word', 'Әлихан Бөкейхан'],
    ['Бөк Әли', 'word', 'Әлихан Бөкейхан'],
    ['Қыр бал', 'prefix', 'Қыр баласы'],
  ])('%s (%s)', async (q, rule, matched) => {
    const found = (await find(q)).find(({ id }) => id === people.bukeikhan.id);
    expect([found?.matchedRule, found?.matched]).toEqual([rule, matched]);
  });

  test('with one letter wrong, missing, too many, or two that changed places, after what is as typed', async () => {
    for (const q of ['Дулотов', 'Дулатв', 'Дулантов', 'Дултаов', 'Міржақып Дулотов', 'Додмұхамедов']) {
      const found = await find(q);
      expect([q, found[0]?.matchedRule, found.length > 0]).toEqual([q, 'near', true]);
    }
    expect((await find('Дулотов')).map(({ id }) => id)).toEqual([people.dulatov.id]);
  });

  test('and nothing else is', async () => {
    const ids = Object.values(people).map(({ id }) => id);
    for (const q of ['хан', '%', '_', '\\', "'", '*', '""', 'ъ', '\u200f', '、', 'Дул Бөк', 'Қыр Дулатов']) {
      const { status, body } = await call<{ items: EntitySummary[] }>(
        'GET',
        `/entities?q=${encodeURIComponent(q)}`,
      );
      expect([q, status, body.items.filter(({ id }) => ids.includes(id))]).toEqual([q, 200, []]);
    }
    expect(await find('Бөкей', '&kind=place')).toEqual([]);
    expect((await find('Дулотов', '&kind=organisation')).length).toBe(0);
  });

  test('by a long query of anything, without upsetting the service', async () => {
    for (const q of ['а'.repeat(200), 'а '.repeat(100), 'абвг '.repeat(40), 'қ%_\\'.repeat(50)]) {
      expect((await call('GET', `/entities?q=${encodeURIComponent(q)}`)).status).toBe(200);
    }
  });
});

test('whole names come before beginnings, these before later words', async () => {
  const place = { kind: 'place' };
  const later = await make([form('Город Верный', 'ru', 'preferred')], place);
  const longer = await make([form('Верныйград', 'ru', 'preferred')], place);
  const folded = await make([form('Вѣрный', 'ru-petr1708', 'preferred')], place);
  const whole = await make([form('Верный', 'ru', 'preferred')], place);
  const found = await find('верный');
  expect(found.map(({ id, matchedRule }) => [id, matchedRule])).toEqual([
    [whole.id, 'exact'],
    [folded.id, 'folded'],
    [longer.id, 'prefix'],
    [later.id, 'word'],
  ]);
});

test('namesakes are told apart by what only one of them is, by other names, dates and notes', async () => {
  const found = await find('Досмухамедов');
  const [zhansha, khalel] = ['zhansha', 'khalel'].map((name) =>
    found.find(({ id }) => id === people[name as 'zhansha' | 'khalel'].id),
  );
  expect(zhansha).toMatchObject({
    matched: 'Джанша Досмухамедов',
    matchedLanguage: 'ru',
    dates: { from: '1887', to: '1932' },
    distinction: {
      relations: [
        { predicate: 'leader-of', object: west.id, objectLabel: west.label },
        { predicate: 'member-of' },
      ],
      otherNames: [{ text: 'Жанша Досмұхамедов', language: 'kk-Cyrl' }],
    },
  });
  expect(khalel?.distinction?.relations.map(({ predicate }) => predicate)).toEqual([
    'author-of',
    'member-of',
  ]);
  expect(khalel?.note).toEqual({ ru: 'врач' });
});

test('after a change a name is found by its new words only', async () => {
  const { url, id, nameForms: before } = await make([form('Айқап журналы', 'kk-Cyrl', 'preferred')]);
  const json = { nameForms: [{ ...before[0], text: 'Садақ журналы' }] };
  await expectStatus(200, 'PATCH', url, { as: accounts.reviewer, json });
  const idsOf = async (q: string) => (await find(q)).map((found) => found.id);
  expect([await idsOf('айқап'), await idsOf('садақ')]).toEqual([[], [id]]);
});

test('names whose keys older rules made are found again once their keys are made again', async () => {
  const { id } = await make([form('Торғай облысы', 'kk-Cyrl', 'preferred')]);
  const db = connect(env);
  await db.batch([
    db.update(nameForms).set({ key: 'old', firstKey: 'old', foldVersion: 0 }),
    db.delete(nameWords),
  ]);
  expect(await find('торғай')).toEqual([]);
  const total = (await db.select({ id: nameForms.id }).from(nameForms)).length;
  const counts: number[] = [];
  do counts.push(await rekeyNameForms(db, 5));
  while (counts.at(-1) !== 0);
  expect(counts.reduce((a, b) => a + b)).toBe(total);
  expect((await find('облысы')).map((found) => found.id)).toEqual([id]);
  expect((await find('Қыр бал')).map((found) => found.id)).toEqual([people.bukeikhan.id]);
});
