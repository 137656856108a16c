import { beforeAll, describe, expect, test } from 'vitest';
import type { Entity, EntityState } from '../shapes/entities.ts';
import type { RecordVersion } from '../shapes/history.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import { makeEntity } from '../testing/corpus.ts';

let accounts: Accounts;

beforeAll(async () => {
  accounts = await makeAccounts();
});

const form = (text: string, more: object = {}) => ({ text, language: 'ru', kind: 'variant', ...more });
const claim = (value: string, more: object = {}) => ({
  property: 'birth',
  value,
  source: { source: 'а' },
  ...more,
});
const change = (entity: Entity, json: object) =>
  expectStatus<Entity>(200, 'PATCH', entity.url, { as: accounts.reviewer, json });
const read = async (entity: Entity) => (await expectStatus<Entity>(200, 'GET', entity.url)).body;
const versionsOf = async (entity: Entity) =>
  (await expectStatus<{ items: RecordVersion<EntityState>[] }>(200, 'GET', `${entity.url}/history`)).body
    .items;

describe('the parts of a record', () => {
  test('keep their ids through a change, in the order in which they are sent', async () => {
    const made = await makeEntity(accounts.reviewer, {
      nameForms: [form('Первое'), form('Второе', { note: 'так у него' })],
      claims: [claim('1866'), claim('1870')],
    });
    const [first, second] = made.nameForms;
    const json = { nameForms: [{ ...second, text: 'Второе имя' }, form('Третье'), first] };
    const { body } = await change(made, json);
    expect(body.nameForms.map(({ id, text }) => [id, text])).toEqual([
      [second?.id, 'Второе имя'],
      [expect.any(String), 'Третье'],
      [first?.id, 'Первое'],
    ]);
    expect([body.nameForms[0]?.note, body.claims]).toEqual(['так у него', made.claims]);
    expect(await read(made)).toEqual(body);
  });

  test('that are not sent with their list are taken away, and can come back under their ids', async () => {
    const made = await makeEntity(accounts.reviewer, {
      nameForms: [form('Имя')],
      claims: [claim('1866'), claim('1870')],
    });
    const [kept, dropped] = made.claims ?? [];
    expect((await change(made, { claims: [kept] })).body.claims).toEqual([kept]);
    const [, first] = await versionsOf(made);
    expect(first?.record?.claims?.map(({ id }) => id)).toEqual([kept?.id, dropped?.id]);
    const { body } = await change(made, { claims: first?.record?.claims });
    expect([body.claims, await read(made)]).toEqual([made.claims, body]);
  });

  test('with ids of elsewhere, or one id twice, are refused', async () => {
    const made = await makeEntity(accounts.reviewer, { nameForms: [form('Имя')] });
    const other = await makeEntity(accounts.reviewer, { nameForms: [form('Чужое')] });
    const own = made.nameForms[0];
    for (const [nameForms, code] of [
      [[{ ...form('Новое'), id: other.nameForms[0]?.id }], 'unknown'],
      [[{ ...form('Новое'), id: 'invented' }], 'unknown'],
      [[own, { ...own, text: 'Другое' }], 'repeated'],
    ]) {
      const { status, body } = await call('PATCH', made.url, { as: accounts.reviewer, json: { nameForms } });
      expect([status, body.errors?.[0]?.code]).toEqual([422, code]);
    }
    expect((await read(other)).nameForms).toEqual(other.nameForms);
  });

  test('and fields are taken away by null, and stay where they are not sent', async () => {
    const made = await makeEntity(accounts.reviewer, {
      note: { ru: 'о нём' },
      dates: { from: '1866', to: '1937' },
      authorityIds: { wikidata: 'Q1' },
    });
    const { body } = await change(made, { note: null, dates: null });
    expect([body.note, body.dates, body.authorityIds]).toEqual([undefined, undefined, { wikidata: 'Q1' }]);
    expect(await read(made)).toEqual(body);
  });
});

describe('the history of a record', () => {
  test('has every version, newest first: who, when, what and why, and the record as it was', async () => {
    const made = await makeEntity(accounts.reviewer, { nameForms: [form('Старое', { kind: 'preferred' })] });
    const nameForms = [{ ...made.nameForms[0], text: 'Новое' }];
    await change(made, { nameForms, changeNote: ' по изданию 1913 года ' });
    await change(made, { note: { ru: 'ещё' } });
    const items = await versionsOf(made);
    expect(items).toMatchObject([
      { version: 3, action: 'entity:change', fields: ['note'], record: { version: 3, note: { ru: 'ещё' } } },
      {
        version: 2,
        fields: ['nameForms'],
        note: 'по изданию 1913 года',
        actor: { id: accounts.reviewer.id, name: 'reviewer' },
        record: { version: 2, label: { ru: 'Новое' }, nameForms },
      },
      {
        version: 1,
        action: 'entity:create',
        record: { version: 1, label: { ru: 'Старое' }, nameForms: made.nameForms },
      },
    ]);
    const { body: part } = await expectStatus<{ items: object[]; next: string }>(
      200,
      'GET',
      `${made.url}/history?limit=2`,
    );
    expect(part.items).toEqual(items.slice(0, 2));
    const { body: rest } = await expectStatus(200, 'GET', `${made.url}/history?limit=2&cursor=${part.next}`);
    expect(rest).toEqual({ items: items.slice(2), next: null });
  });

  test('gives back any version by a change with what it held', async () => {
    const made = await makeEntity(accounts.reviewer, {
      nameForms: [form('Имя'), form('Прозвище')],
      claims: [claim('1866')],
      note: { ru: 'первая' },
    });
    await change(made, { nameForms: [form('Иначе')], claims: [], note: null });
    const old = (await versionsOf(made)).at(-1)?.record;
    const { nameForms, relations, claims, note = null } = old ?? {};
    const { body } = await change(made, { nameForms, relations, claims, note, changeNote: 'вернуть' });
    const { version: _version, updatedAt: _time, ...shown } = body;
    const { version: _before, updatedAt: _then, ...was } = made;
    expect(shown).toEqual(was);
  });
});

describe('a change of a version that is no longer the newest', () => {
  test('is refused with the record as it is, and changes nothing', async () => {
    const made = await makeEntity(accounts.reviewer);
    const { body: now } = await change(made, { note: { ru: 'кто-то' }, version: 1 });
    const answer = await call<{ current: Entity }>('PATCH', made.url, {
      as: accounts.reviewer,
      json: { note: { ru: 'я' }, version: 1 },
    });
    expect([answer.status, typeOf(answer), answer.body.current]).toEqual([412, 'precondition-failed', now]);
    expect(await read(made)).toEqual(now);
  });

  test('is refused also when both come at one moment: one is stored, no version is lost', async () => {
    const made = await makeEntity(accounts.reviewer);
    const answers = await Promise.all(
      [1, 2, 3, 4].map((index) =>
        call('PATCH', made.url, { as: accounts.reviewer, json: { note: { ru: `${index}` }, version: 1 } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect((await versionsOf(made)).map(({ version }) => version)).toEqual([2, 1]);
  });
});
