import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim, Entity } from '../shapes/entities.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus } from '../testing/api.ts';
import { makeEntity } from '../testing/corpus.ts';

let accounts: Accounts;

beforeAll(async () => {
  accounts = await makeAccounts();
});

const dated = (edtf: string, calendar = 'julian', property = 'date') => ({
  property,
  date: { calendar, edtf },
  source: { source: `источник ${edtf}` },
});
const makeEvent = (name: string, claims: object[]) =>
  makeEntity(accounts.reviewer, {
    kind: 'event',
    nameForms: [{ text: name, language: 'ru', kind: 'preferred' }],
    claims,
  });
const claimsOf = async (entity: Entity): Promise<Claim[]> =>
  (await expectStatus<Entity>(200, 'GET', entity.url)).body.claims ?? [];
const change = (entity: Entity, claims: object[]) =>
  call<Entity>('PATCH', entity.url, { as: accounts.reviewer, json: { claims } });
const conflictsIn = (claims: readonly Claim[] = []) =>
  claims.map(({ conflicts = [] }) => conflicts.map(({ claim, reason }) => [claim, reason]));

describe('claims that cannot both hold', () => {
  test('are shown as such where their days do not meet, in whatever calendar', async () => {
    const made = await makeEvent('Съезд', [
      dated('1917-07-21/1917-07-26'),
      dated('1917-07-21/1917-07-26', 'gregorian'),
      dated('1917-07'),
    ]);
    const [julian, gregorian] = made.claims ?? [];
    expect(conflictsIn(made.claims)).toEqual([[[gregorian?.id, 'dates']], [[julian?.id, 'dates']], []]);
    expect(made.claims?.[0]?.conflicts).toEqual([
      {
        claim: gregorian?.id,
        entity: made.id,
        entityLabel: { ru: 'Съезд' },
        property: 'date',
        date: gregorian?.date,
        source: gregorian?.source,
        reason: 'dates',
      },
    ]);
    expect(await claimsOf(made)).toEqual(made.claims);
  });

  test('are shown on both records where one says that it contradicts the other', async () => {
    const congress = await makeEvent('Съезд', [dated('1917-07-21/1917-07-26')]);
    const met = congress.claims?.[0];
    const name = await makeEvent('Имя объявлено', [{ ...dated('1917-07-05'), contradicts: [met?.id] }]);
    const announced = name.claims?.[0];
    expect(announced).toMatchObject({
      contradicts: [met?.id],
      conflicts: [
        {
          claim: met?.id,
          entity: congress.id,
          entityLabel: congress.label,
          date: met?.date,
          reason: 'stated',
        },
      ],
    });
    const [other] = await claimsOf(congress);
    expect(other).toMatchObject({
      contradicts: [announced?.id],
      conflicts: [{ claim: announced?.id, entity: name.id, source: announced?.source, reason: 'stated' }],
    });

    // A change that says nothing of it leaves it; one that says otherwise takes it back, from either side.
    const { contradicts: _said, ...silent } = other ?? ({} as Claim);
    expect(conflictsIn((await change(congress, [silent])).body.claims)).toEqual([
      [[announced?.id, 'stated']],
    ]);
    expect(conflictsIn((await change(congress, [{ ...silent, contradicts: [] }])).body.claims)).toEqual([[]]);
    expect(conflictsIn(await claimsOf(name))).toEqual([[]]);
    await change(name, [{ ...announced, contradicts: [met?.id] }]);
    expect(conflictsIn(await claimsOf(congress))).toEqual([[[announced?.id, 'stated']]]);
    // And with its claim it is gone.
    await change(name, []);
    expect(await claimsOf(congress)).toEqual([{ ...silent, conflicts: [] }]);
  });

  test('of one record can be said to conflict, and no longer, with the answer as it is read', async () => {
    const made = await makeEvent('Основание', [dated('1917-11'), dated('1917-10/1917-11')]);
    const [one, other] = made.claims ?? [];
    const said = (await change(made, [one ?? {}, { ...other, contradicts: [one?.id] }])).body.claims;
    expect(conflictsIn(said)).toEqual([[[other?.id, 'stated']], [[one?.id, 'stated']]]);
    expect(await claimsOf(made)).toEqual(said);
    // Both say it by now; one that says otherwise is enough.
    const taken = (await change(made, [{ ...said?.[0], contradicts: [] }, said?.[1] ?? {}])).body.claims;
    expect([conflictsIn(taken), await claimsOf(made)]).toEqual([[[], []], taken]);
  });

  test.each([
    ['nothing', () => 'unknown', 'unknown'],
    ['itself', (own: string) => own, 'itself'],
  ])('is refused of %s', async (_, pick, code) => {
    const made = await makeEvent('Событие', [dated('1917')]);
    const [own] = made.claims ?? [];
    const answer = await call('PATCH', made.url, {
      as: accounts.reviewer,
      json: { claims: [{ ...own, contradicts: [pick(own?.id ?? '')] }] },
    });
    expect(answer.body.errors).toMatchObject([{ path: ['claims', 0, 'contradicts', 0], code }]);
  });

  test('of merged records stand side by side', async () => {
    const [stays, goes] = [
      await makeEvent('Событие', [dated('1917-07')]),
      await makeEvent('Событие', [dated('1917-08')]),
    ];
    await expectStatus(201, 'POST', `/entities/${goes.id}/merge`, {
      as: accounts.reviewer,
      json: { into: stays.id },
    });
    const [one, other] = await claimsOf(stays);
    expect(conflictsIn(await claimsOf(stays))).toEqual([[[other?.id, 'dates']], [[one?.id, 'dates']]]);
    expect([one?.of, other?.of]).toEqual([undefined, goes.id]);
    await call('DELETE', `/entities/${goes.id}/merge`, { as: accounts.reviewer });
    expect(conflictsIn(await claimsOf(stays))).toEqual([[]]);
  });
});
