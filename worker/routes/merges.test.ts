import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Entity, EntitySummary, Merge } from '../shapes/entities.ts';
import type { Tag } from '../shapes/tags.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import { linesOf, makeEntity, makeIssue, makePage, putText } from '../testing/corpus.ts';

let accounts: Accounts;
let page: string;

beforeAll(async () => {
  accounts = await makeAccounts();
  page = await makePage((await makeIssue(accounts.reviewer)).id);
  await putText(accounts.volunteer, page, linesOf('текст о людях'));
});

const read = async (id: string) => (await expectStatus<Entity>(200, 'GET', `/entities/${id}`)).body;
const merge = (from: string, into: string, note?: string) =>
  call<Merge>('POST', `/entities/${from}/merge`, { as: accounts.reviewer, json: { into, note } });
const unmerge = (id: string) => call('DELETE', `/entities/${id}/merge`, { as: accounts.reviewer });

async function makePerson(name: string, more: object = {}): Promise<Entity> {
  const nameForms = [{ text: name, language: 'ru', kind: 'preferred' }];
  return makeEntity(accounts.reviewer, { nameForms, ...more });
}

/** An approved tag on the page. */
async function mention(entity: string): Promise<string> {
  const { body } = await expectStatus<Tag>(201, 'POST', `/pages/${page}/tags`, {
    as: accounts.volunteer,
    json: { target: { type: 'page' }, body: { entity } },
  });
  await expectStatus(200, 'POST', `/tags/${body.id}/review`, {
    as: accounts.reviewer,
    json: { decision: 'approve' },
  });
  return body.id;
}

async function idsIn(path: string): Promise<string[]> {
  const { body } = await expectStatus<{ items: { id?: string; tag?: string }[] }>(200, 'GET', path);
  return body.items.map(({ id, tag }) => id ?? tag ?? '');
}

describe('a record that was merged into another', () => {
  test('is read there: its names, relations, claims, mentions and what others say of it', async () => {
    const party = await makePerson('Партия', { kind: 'organisation' });
    const stays = await makePerson('Ахмет Байтурсынов');
    const goes = await makePerson('А. Б. Байтурсунов', {
      relations: [{ predicate: 'member-of', object: party.id }],
      claims: [{ property: 'birth', value: '1872', source: { source: 'а' } }],
    });
    const pupil = await makePerson('Ученик', { relations: [{ predicate: 'pupil-of', object: goes.id }] });
    const [one, other] = [await mention(stays.id), await mention(goes.id)];

    const answer = await merge(goes.id, stays.id, 'один человек');
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        from: { id: goes.id, label: goes.label },
        into: { id: stays.id, label: stays.label },
        survivor: { id: stays.id, label: stays.label },
        note: 'один человек',
        at: expect.any(String),
      },
    ]);
    const now = await read(stays.id);
    expect(now.nameForms).toEqual([stays.nameForms[0], { ...goes.nameForms[0], of: goes.id }]);
    expect(now.relations).toEqual([{ ...goes.relations?.[0], of: goes.id }]);
    expect(now.claims).toEqual([{ ...goes.claims?.[0], of: goes.id }]);
    expect(now.incoming).toMatchObject([{ predicate: 'pupil-of', subject: pupil.id }]);
    expect([now.mentionCount, now.label]).toEqual([2, stays.label]);
    expect(now.merged).toMatchObject([
      { id: goes.id, label: goes.label, note: 'один человек', by: 'reviewer' },
    ]);
    expect((await read(party.id)).incoming).toMatchObject([{ predicate: 'member-of', subject: stays.id }]);
    expect((await read(pupil.id)).relations).toMatchObject([{ object: stays.id, objectLabel: stays.label }]);
    for (const id of [stays.id, goes.id]) {
      expect(await idsIn(`/entities/${id}/mentions`)).toEqual([one, other]);
      expect(await idsIn(`/tags?entity=${id}`)).toEqual([one, other]);
    }
  });

  test('still answers by its own id, and says where to read', async () => {
    const [stays, goes] = [await makePerson('Остаётся'), await makePerson('Уходит')];
    await merge(goes.id, stays.id);
    expect(await read(goes.id)).toMatchObject({
      nameForms: goes.nameForms,
      mergedInto: { id: stays.id, label: stays.label },
    });
  });

  test('is in no list, and its names find the record that stays', async () => {
    const [stays, goes] = [await makePerson('Оставшийся'), await makePerson('Исчезнувший')];
    await merge(goes.id, stays.id);
    const all = await idsIn('/entities?limit=200');
    expect([all.includes(stays.id), all.includes(goes.id)]).toEqual([true, false]);
    const { body } = await expectStatus<{ items: EntitySummary[] }>(200, 'GET', '/entities?q=исчезнувш');
    expect(body.items.map(({ id, matched }) => [id, matched])).toEqual([[stays.id, 'Исчезнувший']]);
  });

  test('is changed no more, and gets no tags of its own', async () => {
    const [stays, goes] = [await makePerson('Первый'), await makePerson('Второй')];
    await merge(goes.id, stays.id);
    const json = { note: { ru: 'правка' } };
    const refused = await call('PATCH', goes.url, { as: accounts.reviewer, json });
    expect([refused.status, typeOf(refused)]).toEqual([409, 'merged']);
    const tag = await mention(goes.id);
    await unmerge(goes.id);
    expect(await idsIn(`/tags?entity=${stays.id}`)).toEqual([tag]);
    expect(await idsIn(`/tags?entity=${goes.id}`)).toEqual([]);
  });

  test('leaves its parts as they are when the record that stays is changed', async () => {
    const [stays, goes] = [await makePerson('Сталь'), await makePerson('Железо')];
    await merge(goes.id, stays.id);
    const { nameForms } = await read(stays.id);
    const added = { text: 'Булат', language: 'ru', kind: 'variant' };
    // Whether its names are sent back or left out.
    for (const sent of [[...nameForms, added], [{ text: 'Сталь', language: 'ru', kind: 'preferred' }]]) {
      const json = { nameForms: sent };
      await expectStatus(200, 'PATCH', stays.url, { as: accounts.reviewer, json });
      expect((await read(goes.id)).nameForms).toEqual(goes.nameForms);
    }
    const changed = nameForms.map((form) => ({ ...form, text: `${form.text}!` }));
    const refused = await call('PATCH', stays.url, { as: accounts.reviewer, json: { nameForms: changed } });
    expect(refused.body.errors).toMatchObject([{ path: ['nameForms', 1], code: 'merged' }]);
  });

  test('keeps the links to it where they are, also when the record that links is changed', async () => {
    const [stays, goes] = [await makePerson('Цель'), await makePerson('Бывшая цель')];
    const links = await makePerson('Ссылка', { relations: [{ predicate: 'knows', object: goes.id }] });
    await merge(goes.id, stays.id);
    const { relations } = await read(links.id);
    await expectStatus(200, 'PATCH', links.url, { as: accounts.reviewer, json: { relations } });
    await unmerge(goes.id);
    expect((await read(links.id)).relations).toMatchObject([{ object: goes.id }]);
  });
});

describe('a merge is refused, with a sentence,', () => {
  async function refusal(from: string, into: string) {
    const answer = await call('POST', `/entities/${from}/merge`, { as: accounts.reviewer, json: { into } });
    return [answer.status, typeOf(answer), answer.body.detail];
  }

  test('into itself, into nothing, into another kind, and of nothing', async () => {
    const person = await makePerson('Ахмет');
    const place = await makePerson('Оренбург', { kind: 'place' });
    expect(await refusal(person.id, person.id)).toEqual([
      422,
      'invalid-request',
      'A record cannot be merged into itself.',
    ]);
    expect(await refusal(person.id, 'unknown')).toEqual([422, 'invalid-request', 'No entity has this id.']);
    expect(await refusal(person.id, place.id)).toEqual([
      422,
      'invalid-request',
      '“Ахмет” is a person and “Оренбург” a place: only records of one kind can be merged.',
    ]);
    expect(await refusal('unknown', person.id)).toEqual([404, 'not-found', 'No entity has this id.']);
  });

  test('twice, and in a circle, also over others', async () => {
    const [a, b, c] = [await makePerson('А'), await makePerson('Б'), await makePerson('В')];
    await merge(a.id, b.id);
    expect(await refusal(a.id, c.id)).toEqual([
      409,
      'merged',
      '“А” has been merged into “Б” already. Undo that merge first.',
    ]);
    await merge(b.id, c.id);
    for (const into of [a, b]) {
      const [status, type, detail] = await refusal(c.id, into.id);
      expect([status, type]).toEqual([409, 'merged']);
      expect(detail).toContain(`“${into.label['ru']}” has been merged into “В” already`);
    }
    expect((await unmerge(c.id)).status).toBe(404);
  });

  test('of two at one moment one is made', async () => {
    const [a, b, c] = [await makePerson('Д'), await makePerson('Е'), await makePerson('Ж')];
    const answers = await Promise.all([merge(a.id, b.id), merge(b.id, a.id), merge(a.id, c.id)]);
    const made = answers.filter(({ status }) => status === 201);
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
    expect(made.length).toBeGreaterThanOrEqual(1);
    const roots = await Promise.all([a, b, c].map(async ({ id }) => (await read(id)).mergedInto?.id ?? id));
    // Whoever is merged is merged into one that stands for itself.
    for (const root of roots) expect((await read(root)).mergedInto).toBeUndefined();
  });
});

test('a merge and its undoing stand in the history of both records', async () => {
  const [stays, goes] = [await makePerson('Память'), await makePerson('Забвение')];
  await merge(goes.id, stays.id, 'то же');
  await unmerge(goes.id);
  const acts = async (id: string) =>
    (
      await expectStatus<{
        items: { action: string; note?: string; version: number; actor?: { name: string } }[];
      }>(200, 'GET', `/entities/${id}/history`)
    ).body.items.map(({ action, note, version, actor }) => [action, note, version, actor?.name]);
  expect(await acts(goes.id)).toEqual([
    ['entity:unmerge', undefined, 1, 'reviewer'],
    ['entity:merge', 'то же', 1, 'reviewer'],
    ['entity:create', undefined, 1, 'reviewer'],
  ]);
  expect(await acts(stays.id)).toEqual([
    ['entity:release', undefined, 1, 'reviewer'],
    ['entity:absorb', 'то же', 1, 'reviewer'],
    ['entity:create', undefined, 1, 'reviewer'],
  ]);
});

describe('over any sequence of merges and undos', () => {
  const COUNT = 5;
  const step = fc.record({ from: fc.nat(COUNT - 1), into: fc.nat(COUNT - 1), undo: fc.boolean() });

  let ids: string[];
  let before: Entity[];

  beforeAll(async () => {
    ids = [];
    for (let index = 0; index < COUNT; index++) {
      const relations = index === 0 ? [] : [{ predicate: 'knows', object: ids.at(-1) }];
      const { id } = await makePerson(`Имя ${index}`, { relations });
      await mention(id);
      ids.push(id);
    }
    before = await Promise.all(ids.map(read));
  });

  // Each sequence ends with every merge undone: the next begins with the same records.
  test('every link is read at the record that stands for it, and in the end is where it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        /** By its place, into whom a record was merged. */
        const into = new Map<number, number>();
        const rootOf = (place: number): number => {
          const next = into.get(place);
          return next === undefined ? place : rootOf(next);
        };
        for (const { from, into: target, undo } of steps) {
          if (undo) {
            expect((await unmerge(ids[from] ?? '')).status).toBe(into.delete(from) ? 204 : 404);
          } else {
            const allowed = !into.has(from) && rootOf(target) !== from;
            const { status } = await merge(ids[from] ?? '', ids[target] ?? '');
            expect(status === 201).toBe(allowed);
            if (allowed) into.set(from, target);
          }
        }
        await expectModel(ids, rootOf);
        for (const place of into.keys()) expect((await unmerge(ids[place] ?? '')).status).toBe(204);
        expect(await Promise.all(ids.map(read))).toEqual(before);
      }),
      { numRuns: 6, seed: 1917 },
    );
  }, 120_000);

  async function expectModel(ids: string[], rootOf: (place: number) => number) {
    const now = await Promise.all(ids.map(read));
    for (const [place, record] of now.entries()) {
      const root = rootOf(place);
      expect(record.mergedInto?.id).toBe(root === place ? undefined : ids[root]);
      if (root !== place) continue;
      const group = ids.filter((_, other) => rootOf(other) === place);
      expect(record.mentionCount).toBe(group.length);
      expect(record.nameForms.map((form) => form.of ?? record.id).sort()).toEqual(group.toSorted());
      expect(record.merged.map(({ id }) => id).sort()).toEqual(group.filter((id) => id !== record.id).sort());
    }
    // Every relation is there once, and points at records that stand for themselves.
    const standing = now.filter(({ mergedInto }) => mergedInto === undefined);
    const links = standing.flatMap(({ relations = [] }) => relations);
    expect(links).toHaveLength(ids.length - 1);
    expect(links.every(({ object }) => standing.some(({ id }) => id === object))).toBe(true);
  }
});
