import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { actions } from '../db/schema.ts';
import { countDatabaseRequests } from '../local/testing/database-requests.ts';
import type { Entity } from '../shapes/entities.ts';
import type { Tag, TagReviewResult } from '../shapes/tags.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus, typeOf } from '../testing/api.ts';
import { linesOf, makeEntity, makeIssue, makePage, putText } from '../testing/corpus.ts';

const QUOTE = 'Байтурсыновъ';
const TEXT = `Сообщаютъ, что ${QUOTE} прибылъ`;

let accounts: Accounts;
let issueId: string;
let person: Entity;

beforeAll(async () => {
  accounts = await makeAccounts();
  issueId = (await makeIssue(accounts.reviewer)).id;
  person = await makeEntity(accounts.reviewer);
});

type Who = { key: string };

async function propose(page: string, target: object, as: Who = accounts.volunteer): Promise<Tag> {
  const json = { target, body: { entity: person.id } };
  return (await expectStatus<Tag>(201, 'POST', `/pages/${page}/tags`, { as, json })).body;
}

async function makeTag(as: Who = accounts.volunteer) {
  const page = await makePage(issueId);
  const { lines } = await putText(accounts.volunteer, page, linesOf(TEXT));
  const line = lines[0]!;
  return { page, line, tag: await propose(page, spanOf(line), as) };
}

function spanOf(line: { id: string; text: string }, quote = QUOTE) {
  const start = line.text.indexOf(quote);
  return { type: 'span', line: line.id, start, end: start + quote.length, quote };
}

const getTag = async (id: string) => (await expectStatus<Tag>(200, 'GET', `/tags/${id}`)).body;
const decide = (tag: string, decision: string, as: Who = accounts.reviewer) =>
  call<Tag>('POST', `/tags/${tag}/review`, { as, json: { decision } });
const undo = (tag: string, as: Who = accounts.reviewer) => call<Tag>('DELETE', `/tags/${tag}/review`, { as });
const place = (tag: string, target: object, as: Who = accounts.volunteer2) =>
  call<Tag>('POST', `/tags/${tag}/placement`, { as, json: { target } });
const logOf = async (tag: string) =>
  (
    await connect(env)
      .select()
      .from(actions)
      .where(eq(actions.subject, `tags/${tag}`))
  ).map(({ action }) => action);

async function decideMany(decisions: object[], as: Who = accounts.reviewer, headers = {}) {
  const sent = { as, json: { decisions }, headers };
  return (await expectStatus<{ items: TagReviewResult[] }>(200, 'POST', '/tags/review', sent)).body.items;
}

/** What became of each: its state, or the last part of the problem's type. */
const outcomes = (items: TagReviewResult[]) =>
  items.map(({ state, problem }) => state ?? problem?.type.replace('https://qalam.dev/problems/', ''));

describe('many decisions at once', () => {
  test('each succeed or are refused for themselves, in order, with a line in the log for each', async () => {
    const page = await makePage(issueId);
    const whole = { type: 'page' };
    const tags = [await propose(page, whole), await propose(page, whole)];
    const own = await propose(page, whole, accounts.reviewer);
    const gone = await makeTag();
    await putText(accounts.volunteer, gone.page, linesOf('другое'));
    const decided = await propose(page, whole);
    await decide(decided.id, 'reject', accounts.reviewer2);
    const [first, second] = tags.map(({ id }) => id);
    const items = await decideMany([
      { tag: first, decision: 'approve', note: 'да' },
      { tag: own.id, decision: 'approve' },
      { tag: 'unknown', decision: 'approve' },
      { tag: second, decision: 'reject' },
      { tag: first, decision: 'reject' },
      { tag: gone.tag.id, decision: 'approve' },
      { tag: decided.id, decision: 'approve' },
    ]);
    expect(items.map(({ tag }) => tag)).toEqual([
      first,
      own.id,
      'unknown',
      second,
      first,
      gone.tag.id,
      decided.id,
    ]);
    expect(outcomes(items)).toEqual([
      'approved',
      'own-work',
      'not-found',
      'rejected',
      'already-decided',
      'text-changed',
      'already-decided',
    ]);
    expect(await getTag(first!)).toMatchObject({
      state: 'approved',
      review: { decision: 'approve', note: 'да', reviewer: 'reviewer' },
    });
    expect(await logOf(first!)).toEqual(['tag:propose', 'tag:approve']);
    expect(await logOf(second!)).toEqual(['tag:propose', 'tag:reject']);
  });

  test('of two hundred take three database requests, and the same key again changes nothing', async () => {
    const page = await makePage(issueId);
    const tags: Tag[] = [];
    for (let count = 0; count < 200; count += 20) {
      tags.push(...(await Promise.all(Array.from({ length: 20 }, () => propose(page, { type: 'page' })))));
    }
    const decisions = tags.map(({ id }) => ({ tag: id, decision: 'approve' }));
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const { requests, result } = await countDatabaseRequests(env, () =>
      decideMany(decisions, accounts.reviewer, headers),
    );
    expect(requests).toBeLessThanOrEqual(3);
    expect(new Set(outcomes(result))).toEqual(new Set(['approved']));
    expect(await decideMany(decisions, accounts.reviewer, headers)).toEqual(result);
    const again = await decideMany(decisions);
    expect(new Set(outcomes(again))).toEqual(new Set(['already-decided']));

    const taken = await countDatabaseRequests(env, () =>
      expectStatus<{ items: TagReviewResult[] }>(200, 'POST', '/tags/review/undo', {
        as: accounts.reviewer,
        json: { tags: tags.map(({ id }) => id) },
      }),
    );
    expect(taken.requests).toBeLessThanOrEqual(3);
    expect(new Set(outcomes(taken.result.body.items))).toEqual(new Set(['proposed']));
  });

  test('by two reviewers at the same moment are each taken once', async () => {
    const page = await makePage(issueId);
    const tags = await Promise.all(Array.from({ length: 5 }, () => propose(page, { type: 'page' })));
    const decisions = (decision: string) => tags.map(({ id }) => ({ tag: id, decision }));
    const [one, two] = await Promise.all([
      decideMany(decisions('approve'), accounts.reviewer),
      decideMany(decisions('reject'), accounts.reviewer2),
    ]);
    for (const [index] of tags.entries()) {
      expect(
        [one[index]?.problem, two[index]?.problem].filter((problem) => problem === undefined),
      ).toHaveLength(1);
    }
  });

  test('are between one and two hundred', async () => {
    const as = accounts.reviewer;
    const tooMany = Array.from({ length: 201 }, () => ({ tag: 'x', decision: 'approve' }));
    for (const decisions of [[], tooMany]) {
      expect((await call('POST', '/tags/review', { as, json: { decisions } })).status).toBe(422);
    }
  });
});

describe('taking a decision back', () => {
  test('puts the tag before the reviewers again, and the log keeps both', async () => {
    const { tag } = await makeTag();
    for (const decision of ['approve', 'reject']) {
      await decide(tag.id, decision);
      const { status, body } = await undo(tag.id);
      expect([status, body.state, body.review]).toEqual([200, 'proposed', undefined]);
      expect(await getTag(tag.id)).toEqual(body);
    }
    expect(await logOf(tag.id)).toEqual([
      'tag:propose',
      'tag:approve',
      'tag:undo-review',
      'tag:reject',
      'tag:undo-review',
    ]);
    expect((await decide(tag.id, 'approve', accounts.reviewer2)).status).toBe(200);
  });

  test('is for the reviewer who decided, and for admins', async () => {
    const { tag } = await makeTag();
    const without = await undo(tag.id);
    expect([without.status, typeOf(without)]).toEqual([404, 'not-found']);
    await decide(tag.id, 'approve');
    const other = await undo(tag.id, accounts.reviewer2);
    expect([other.status, typeOf(other)]).toEqual([403, 'not-allowed']);
    expect((await undo(tag.id, accounts.admin)).status).toBe(200);
  });

  test('of a tag whose words went meanwhile puts it before a person to be placed', async () => {
    const approved = await makeTag();
    const rejected = await makeTag();
    await decide(approved.tag.id, 'approve');
    await decide(rejected.tag.id, 'reject');
    for (const { page } of [approved, rejected]) await putText(accounts.volunteer, page, linesOf('другое'));
    for (const { tag } of [approved, rejected]) {
      expect((await undo(tag.id)).body).toMatchObject({ state: 'detached', target: { quote: QUOTE } });
    }
  });

  test('of a rejected tag finds it where its words have moved', async () => {
    const { page, line, tag } = await makeTag();
    await decide(tag.id, 'reject');
    const { lines } = await putText(accounts.volunteer, page, [{ id: line.id, text: `Вчера. ${TEXT}` }]);
    expect((await undo(tag.id)).body).toMatchObject({ state: 'proposed', target: spanOf(lines[0]!) });
  });
});

describe('a detached tag', () => {
  async function makeDetached(decision?: string) {
    const made = await makeTag();
    if (decision) await decide(made.tag.id, decision);
    const { lines } = await putText(accounts.volunteer, made.page, linesOf('Пріѣхалъ г. Байтурсыновъ-отецъ'));
    return { ...made, line: lines[0]! };
  }

  test('that was approved shows its decision until it is placed; placed, it waits for review again', async () => {
    const { tag, line } = await makeDetached('approve');
    expect(await getTag(tag.id)).toMatchObject({ state: 'detached', review: { decision: 'approve' } });
    const target = spanOf(line);
    const { status, body } = await place(tag.id, target);
    expect([status, body.review]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      state: 'proposed',
      target,
      placedBy: { name: 'volunteer2' },
      context: { prefix: 'Пріѣхалъ г. ', suffix: '-отецъ' },
      place: { line: { text: line.text } },
    });
    expect(await getTag(tag.id)).toEqual(body);
    const log = await connect(env)
      .select()
      .from(actions)
      .where(eq(actions.subject, `tags/${tag.id}`));
    expect(log.at(-1)).toMatchObject({ action: 'tag:place', detail: { decision: 'approve', to: target } });
  });

  test('is not decided by who placed it', async () => {
    const { tag, line } = await makeDetached();
    await place(tag.id, spanOf(line), accounts.reviewer);
    for (const decision of ['approve', 'reject']) {
      const own = await decide(tag.id, decision, accounts.reviewer);
      expect([own.status, typeOf(own)]).toEqual([403, 'own-work']);
    }
    expect((await decide(tag.id, 'approve', accounts.reviewer2)).body.state).toBe('approved');
  });

  test('that was approved can be rejected, and is not withdrawn by its author', async () => {
    const { tag } = await makeDetached('approve');
    const withdrawn = await call('DELETE', `/tags/${tag.id}`, { as: accounts.volunteer });
    expect([withdrawn.status, typeOf(withdrawn)]).toEqual([409, 'already-decided']);
    expect((await decide(tag.id, 'reject', accounts.reviewer2)).body.state).toBe('rejected');
  });

  test('can be put on a region or the page, but only on what the text says', async () => {
    const { tag, line } = await makeDetached();
    const wrong = await place(tag.id, { ...spanOf(line), quote: 'Байтурсынова' });
    expect([wrong.status, typeOf(wrong)]).toEqual([409, 'text-changed']);
    const outside = await place(tag.id, { type: 'region', box: [990, 0, 20, 20] });
    expect([outside.status, typeOf(outside)]).toEqual([422, 'invalid-request']);
    const region = await place(tag.id, { type: 'region', box: [0, 0, 20, 20] });
    expect(region.body).toMatchObject({ state: 'proposed', place: { line: null } });
    expect(region.body.context).toBeUndefined();
  });

  test('is what is placed, not one that stands or was rejected', async () => {
    const { tag, line } = await makeTag();
    const standing = await place(tag.id, spanOf(line));
    expect([standing.status, typeOf(standing)]).toEqual([409, 'already-exists']);
    await decide(tag.id, 'reject');
    const rejected = await place(tag.id, spanOf(line));
    expect([rejected.status, typeOf(rejected)]).toEqual([409, 'already-decided']);
    expect((await place('unknown', { type: 'page' })).status).toBe(404);
  });
});
