import { expect, test } from 'vitest';
import type { SavedSearch } from '../shapes/saved-searches.ts';
import { makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';

const accounts = await makeAccounts();
const { volunteer, volunteer2 } = accounts;
const list = async (as = volunteer) =>
  (await expectStatus<{ items: SavedSearch[] }>(200, 'GET', '/searches', { as })).body.items;

test('a search is saved, listed newest first, and forgotten, each by its owner alone', async () => {
  const query = { q: 'қазақ газеті', from: '1913', layer: 'reviewed' };
  const save = (name: string) =>
    expectStatus<SavedSearch>(201, 'POST', '/searches', { as: volunteer, json: { name, query } });
  const { body: first } = await save('Газет');
  expect(first).toMatchObject({ name: 'Газет', query });
  const { body: second } = await save('Газет 2');
  expect((await list()).map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(await list(volunteer2)).toEqual([]);

  const foreign = await call('DELETE', `/searches/${first.id}`, { as: volunteer2 });
  expect([foreign.status, typeOf(foreign)]).toEqual([404, 'not-found']);
  await expectStatus(204, 'DELETE', `/searches/${first.id}`, { as: volunteer });
  expect((await list()).map(({ id }) => id)).toEqual([second.id]);
});

test.each([
  { name: '', query: { q: 'а' } },
  { name: 'а', query: {} },
  { name: 'а', query: { q: '' } },
  { name: 'а', query: { q: 1 } },
  { name: 'а', query: { q: 'а', 'x-y': 'а' } },
  { name: 'а\u202e', query: { q: 'а' } },
  { name: 'а', query: { q: 'а\0' } },
])('%j is refused', async (json) => {
  const answer = await call('POST', '/searches', { as: volunteer, json });
  expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
});
