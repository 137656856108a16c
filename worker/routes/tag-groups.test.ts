import { uuidv7 } from 'uuidv7';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { entities, tags } from '../db/schema.ts';
import { RULES } from '../domain/names/suggest.ts';
import type { Entity } from '../shapes/entities.ts';
import type { RuleRecord, Tag, TagGroup } from '../shapes/tags.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus } from '../testing/api.ts';
import { linesOf, makeEntity, makeIssue, makePage, makeScheme, putText } from '../testing/corpus.ts';

const db = connect(env);

let accounts: Accounts;
let person: Entity;
let other: Entity;
let merged: Entity;
let stage: string;
/** The second is of the earlier issue. */
let pages: string[];
let revision: string;
let line: { id: string; text: string };

beforeAll(async () => {
  accounts = await makeAccounts();
  const { reviewer, volunteer } = accounts;
  [person, other, merged] = await Promise.all([
    makeEntity(reviewer),
    makeEntity(reviewer),
    makeEntity(reviewer),
  ]);
  stage = (await makeScheme(reviewer)).stages[0]?.id ?? '';
  const later = await makeIssue(reviewer);
  const earlier = await makeIssue(reviewer, { date: { calendar: 'julian', edtf: '1913-02-02' } });
  pages = [await makePage(later.id, { label: 'первая' }), await makePage(earlier.id, { sequence: 2 })];
  const text = await putText(volunteer, pages[0]!, linesOf('Алашъ', 'вторая строка'));
  revision = text.id;
  line = text.lines[1]!;
  await db.update(entities).set({ mergedInto: person.id }).where(eq(entities.id, merged.id));

  await addTag({ rule: 'full-name', confidence: 0.97, createdAt: 3000 });
  await addTag({ rule: 'full-name', confidence: 0.9, entityId: merged.id, createdAt: 1000 });
  await addTag({
    rule: 'surname',
    confidence: 0.5,
    pageId: pages[1]!,
    alternatives: [other.id],
    createdAt: 4000,
  });
  await addTag({ rule: 'surname', confidence: 0.6, state: 'approved', decision: 'approve' });
  await addTag({ rule: 'surname', confidence: 0.6, state: 'rejected', decision: 'reject' });
  await addTag({ rule: 'surname', confidence: 0.6, state: 'detached', decision: 'approve', createdAt: 2000 });
  await addTag({ rule: 'surname', confidence: 0.6, deletedAt: 1 });
  await addTag({ rule: 'a-rule-of-old', confidence: 0.1, state: 'rejected', decision: 'reject' });
  await addTag({ origin: 'person', authorId: volunteer.id, entityId: other.id, createdAt: 5000 });
  await addTag({ origin: 'person', authorId: volunteer.id, entityId: null, stageId: stage, createdAt: 6000 });
});

function addTag(fields: Partial<typeof tags.$inferInsert>) {
  return db.insert(tags).values({
    id: uuidv7(),
    pageId: pages[0]!,
    revisionId: revision,
    target: { type: 'span', line: line.id, start: 0, end: 6, quote: 'вторая' },
    prefix: '',
    suffix: ' строка',
    entityId: person.id,
    state: 'proposed',
    origin: 'gazetteer',
    createdAt: Date.now(),
    ...fields,
  });
}

const list = async (query: string) =>
  (await expectStatus<{ items: Tag[] }>(200, 'GET', `/tags?${query}`)).body.items;
const groups = async (query: string, as?: { key: string }) =>
  (
    await expectStatus<{ items: TagGroup[]; next: string | null }>(200, 'GET', `/tags/groups?${query}`, {
      as,
    })
  ).body;

describe('the list of tags', () => {
  test.each<[string, () => string, number]>([
    ['of an entity, with those of what was merged into it', () => `entity=${person.id}`, 7],
    ['of an entity that was merged: those of both', () => `entity=${merged.id}`, 7],
    ['of a page', () => `page=${pages[1]}`, 1],
    ['of a rule', () => 'rule=surname', 4],
    ['that people proposed', () => 'rule=person', 2],
    ['of an origin and a state', () => 'origin=gazetteer&status=proposed', 3],
    ['that are sure enough', () => 'minConfidence=0.6&status=proposed', 2],
    ['that are doubtful', () => 'maxConfidence=0.5', 2],
    ['of a stage', () => `stage=${stage}`, 1],
    ['of a person', () => `author=${accounts.volunteer.id}`, 2],
  ])('%s', async (_, query, count) => {
    expect(await list(query())).toHaveLength(count);
  });

  test('that are one’s own', async () => {
    const sent = { as: accounts.volunteer };
    const { body } = await expectStatus<{ items: Tag[] }>(200, 'GET', '/tags?author=me', sent);
    expect(body.items).toHaveLength(2);
    expect((await call('GET', '/tags?author=me')).status).toBe(401);
  });

  test('refuses what is no confidence, no order and no origin', async () => {
    for (const query of ['minConfidence=2', 'maxConfidence=x', 'sort=size', 'origin=machine']) {
      expect((await call('GET', `/tags?${query}`)).status).toBe(422);
    }
  });

  test.each(['created', 'page', 'confidence'])('by %s comes in parts without a gap', async (sort) => {
    const whole = (await list(`sort=${sort}`)).map(({ id }) => id);
    const parts: string[] = [];
    for (let cursor = ''; ;) {
      const path = `/tags?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await expectStatus<{ items: Tag[]; next: string | null }>(200, 'GET', path);
      parts.push(...body.items.map(({ id }) => id));
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(whole).toHaveLength(9);
    expect(parts).toEqual(whole);
  });

  test('goes by the surest, or by the oldest issue', async () => {
    const sure = await list('sort=confidence&origin=gazetteer');
    const figures = sure.map(({ confidence }) => confidence ?? 1);
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
    expect((await list('sort=page'))[0]?.page).toBe(pages[1]);
  });

  test('shows where each stands and who else may be meant', async () => {
    const [tag] = await list(`page=${pages[1]}`);
    expect(tag).toMatchObject({
      alternatives: [{ id: other.id, label: other.label }],
      place: { pageLabel: '2', issueNumber: '1', date: { edtf: '1913-02-02' }, width: 1000, height: 2000 },
    });
    const [here] = await list('rule=full-name');
    expect(here?.place).toMatchObject({
      pageLabel: 'первая',
      publicationTitle: { ru: 'Киргизская газета' },
      line: { text: 'вторая строка', box: null },
    });
  });

  test('speaks of the record that another was merged into', async () => {
    const found = await list('rule=full-name');
    expect(found.map(({ body }) => body)).toEqual([{ entity: person.id }, { entity: person.id }]);
  });
});

describe('groups of what waits', () => {
  test('by entity or stage, the largest first', async () => {
    const { items } = await groups('by=entity');
    expect(items.map(({ key, kind, count, detached }) => [key, kind, count, detached])).toEqual([
      [person.id, 'person', 4, 1],
      [other.id, 'person', 1, 0],
      [stage, 'stage', 1, 0],
    ]);
    expect(items[0]).toMatchObject({
      label: person.label,
      oldest: new Date(1000).toISOString(),
      minConfidence: 0.5,
      maxConfidence: 0.97,
      own: 0,
    });
  });

  test('tell the reader which are their own', async () => {
    const { items } = await groups('by=entity', accounts.volunteer);
    expect(items.map(({ own }) => own)).toEqual([0, 1, 1]);
  });

  test('by page, with its place', async () => {
    const { items } = await groups('by=page');
    expect(items.map(({ key, count }) => [key, count])).toEqual([
      [pages[0], 5],
      [pages[1], 1],
    ]);
    expect(items[0]).toMatchObject({
      place: { pageLabel: 'первая', issueNumber: '1' },
      label: { ru: 'Киргизская газета' },
    });
  });

  test('by rule, people’s own among them', async () => {
    const { items } = await groups('by=rule');
    expect(items.map(({ key, count }) => [key, count])).toEqual([
      ['full-name', 2],
      ['surname', 2],
      ['person', 2],
    ]);
    for (const { key, count } of items) {
      const waiting = [
        ...(await list(`rule=${key}&status=proposed`)),
        ...(await list(`rule=${key}&status=detached`)),
      ];
      expect(waiting).toHaveLength(count);
    }
  });

  test('of one state only', async () => {
    expect((await groups('by=entity&status=detached')).items).toMatchObject([
      { key: person.id, count: 1, detached: 1 },
    ]);
    expect((await groups('by=entity&status=proposed')).items[0]).toMatchObject({ count: 3, detached: 0 });
  });

  test.each(['size', 'oldest'])('by %s come in parts without a gap', async (sort) => {
    const whole = (await groups(`by=entity&sort=${sort}`)).items.map(({ key }) => key);
    const parts: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const part = await groups(`by=entity&sort=${sort}&limit=1${next && `&cursor=${next}`}`);
      parts.push(...part.items.map(({ key }) => key));
      ({ next } = part);
    }
    expect(parts).toEqual(whole);
    expect(whole).toHaveLength(3);
  });
});

test('every rule is told with what became of its proposals, also one that is new or no longer used', async () => {
  const { body } = await expectStatus<{ items: RuleRecord[] }>(200, 'GET', '/tags/rules');
  const byRule = new Map(body.items.map((record) => [record.rule, record]));
  for (const rule of Object.keys(RULES)) expect(byRule.get(rule)?.description['en']).toBeTruthy();
  expect(byRule.get('surname')).toMatchObject({ proposed: 1, approved: 2, rejected: 1, detached: 1 });
  expect(byRule.get('surname')?.approvalRate).toBeCloseTo(2 / 3);
  expect(byRule.get('full-name')).toMatchObject({ proposed: 2, approvalRate: null });
  expect(byRule.get('a-rule-of-old')).toMatchObject({ rejected: 1, approvalRate: 0 });
});
