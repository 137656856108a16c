import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { type Database, connect } from '../../db/client.ts';
import { findEntity } from '../../db/entities.ts';
import { lookUpEntities } from '../../db/look-up.ts';
import { entities, nameForms } from '../../db/schema.ts';
import { checkEntity } from '../../routes/entity-checks.ts';
import { createHrana } from '../hrana/server.ts';
import { temporaryDatabase } from '../hrana/test-server.ts';
import { migrateFile } from '../migrate.ts';
import { loadFixtures } from './load-fixtures.ts';

let db: Database;

beforeAll(async () => {
  const path = temporaryDatabase();
  await migrateFile(path);
  const hrana = createHrana({ path });
  db = connect({ LIBSQL_URL: 'http://local/', LIBSQL: { fetch: (request) => hrana.fetch(request) } });
  await loadFixtures(db);
});

async function findBySlug(slug: string) {
  const [row] = await db.select({ id: entities.id }).from(entities).where(eq(entities.slug, slug));
  return findEntity(db, row?.id ?? '');
}

test('what is loaded once is not loaded again', async () => {
  expect(await loadFixtures(db)).toBeNull();
});

test('the announcement of the name and the congress after it are in conflict, on both records', async () => {
  const [name, congress] = [await findBySlug('name-alash-announced'), await findBySlug('congress-1')];
  expect(name?.stated).toMatchObject([
    { entity: congress?.entity.id, date: { edtf: '1917-07-21/1917-07-26' } },
  ]);
  expect(congress?.stated.map(({ date }) => date?.edtf)).toEqual(['1917-07-05', '1917-07-05']);
});

test('a name is found as it is written', async () => {
  const forms = await db.select().from(nameForms);
  expect(forms.length).toBeGreaterThan(400);
  const missed: string[] = [];
  // A fifth of them: each look-up is two requests.
  for (const { text, entityId } of forms.filter((_, index) => index % 5 === 0)) {
    const found = await lookUpEntities(db, text, undefined, 0, 50);
    if (!found.some(({ entity, rule }) => entity.id === entityId && rule === 'exact')) missed.push(text);
  }
  expect(missed).toEqual([]);
});

test('every name could have been sent by a reviewer', async () => {
  const forms = await db.select().from(nameForms);
  const problems = forms.flatMap(({ text, language, kind }) =>
    checkEntity({ nameForms: [{ text, language, kind }] }),
  );
  expect(problems).toEqual([]);
});
