import { beforeAll, describe, expect, test } from 'vitest';
import type { Entity, Mention } from '../shapes/entities.ts';
import type { Scheme } from '../shapes/schemes.ts';
import type { Tag } from '../shapes/tags.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import {
  linesOf,
  makeEntity,
  makeIssue,
  makePage,
  makeScheme,
  putText,
  readText,
} from '../testing/corpus.ts';

const TEXT = 'Сообщаютъ изъ Оренбурга, что А. Байтурсыновъ прибылъ';
const QUOTE = 'А. Байтурсыновъ';

let accounts: Accounts;
let issueId: string;
let person: Entity;
let scheme: Scheme;

beforeAll(async () => {
  accounts = await makeAccounts();
  issueId = (await makeIssue(accounts.reviewer)).id;
  person = await makeEntity(accounts.reviewer);
  scheme = await makeScheme(accounts.reviewer);
});

async function makeText(...texts: string[]) {
  const page = await makePage(issueId);
  const { lines } = await putText(accounts.volunteer, page, linesOf(...texts));
  return { page, lines };
}

function spanOf(line: { id: string; text: string }, quote = QUOTE) {
  const start = line.text.indexOf(quote);
  return { type: 'span', line: line.id, start, end: start + quote.length, quote };
}

function propose<T = Tag>(page: string, target: object, more: object = {}, as = accounts.volunteer) {
  return call<T>('POST', `/pages/${page}/tags`, {
    as,
    json: { target, body: { entity: person.id }, ...more },
  });
}

async function makeTag(...texts: string[]) {
  const { page, lines } = await makeText(...(texts.length > 0 ? texts : [TEXT]));
  const line = lines[0];
  if (!line) throw new Error('no line');
  return { page, lines, line, tag: (await propose(page, spanOf(line))).body };
}

const review = (tag: Tag, json: object, as = accounts.reviewer) =>
  call<Tag>('POST', `/tags/${tag.id}/review`, { as, json });
const getTag = async (id: string) => (await expectStatus<Tag>(200, 'GET', `/tags/${id}`)).body;

describe('a tag', () => {
  test('on a span keeps its quotation, its surroundings and the revision it was made on', async () => {
    const { page, line, tag } = await makeTag();
    const current = (await readText(page)).body.id;
    expect(tag).toMatchObject({
      page,
      revision: current,
      target: spanOf(line),
      body: { entity: person.id },
      bodyLabel: { 'kk-Cyrl': 'Ахмет Байтұрсынұлы' },
      bodyKind: 'person',
      state: 'proposed',
      origin: 'person',
      author: { id: accounts.volunteer.id, name: 'volunteer' },
      context: { prefix: 'Сообщаютъ изъ Оренбурга, что ', suffix: ' прибылъ' },
    });
    expect(await getTag(tag.id)).toEqual(tag);
  });

  test('can stand on a whole page and on a region, and speak of a stage', async () => {
    const page = await makePage(issueId);
    const stage = scheme.stages[0]?.id ?? '';
    const whole = await propose(page, { type: 'page' }, { body: { stage }, reason: ' по содержанію ' });
    expect([whole.status, whole.body.bodyKind, whole.body.reason]).toEqual([201, 'stage', 'по содержанію']);
    expect(whole.body.bodyLabel).toEqual({ en: 'Stage 1' });
    const region = await propose(page, { type: 'region', box: [0, 0, 1000, 2000] });
    expect(region.status).toBe(201);
    const { body } = await expectStatus<{ items: Tag[] }>(200, 'GET', `/pages/${page}/tags`);
    expect(body.items.map(({ id }) => id)).toEqual([whole.body.id, region.body.id]);
  });

  test.each<[string, (line: { id: string; text: string }) => object, number, string]>([
    ['another quotation', (line) => ({ ...spanOf(line), quote: 'Б. Байтурсыновъ' }), 409, 'text-changed'],
    ['a line that is gone', (line) => ({ ...spanOf(line), line: 'unknown' }), 409, 'text-changed'],
    ['an end before its start', (line) => ({ ...spanOf(line), start: 5, end: 4 }), 422, 'invalid-request'],
    ['offsets beyond its end', (line) => ({ ...spanOf(line), start: 900, end: 914 }), 409, 'text-changed'],
    ['a region beyond the scan', () => ({ type: 'region', box: [900, 0, 200, 10] }), 422, 'invalid-request'],
    ['another kind of target', () => ({ type: 'issue' }), 422, 'invalid-request'],
  ])('on %s is refused', async (_, target, status, type) => {
    const { page, lines } = await makeText(TEXT);
    const line = lines[0];
    if (!line) throw new Error('no line');
    const answer = await propose(page, target(line));
    expect([answer.status, typeOf(answer)]).toEqual([status, type]);
  });

  test('cannot cut a letter from its mark', async () => {
    const { page, lines } = await makeText('а\u0301б');
    const line = lines[0];
    if (!line) throw new Error('no line');
    const answer = await propose(page, { type: 'span', line: line.id, start: 0, end: 1, quote: 'а' });
    expect(answer.status).toBe(422);
  });

  test('speaks of something that exists, and of one thing', async () => {
    const page = await makePage(issueId);
    for (const body of [{ entity: 'unknown' }, { stage: 'unknown' }, {}, { entity: person.id, stage: 'x' }]) {
      const answer = await propose(page, { type: 'page' }, { body });
      expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
    }
    expect((await propose('unknown', { type: 'page' })).status).toBe(404);
  });
});

describe('review', () => {
  test('an approved tag is a mention of its entity', async () => {
    const { page, tag } = await makeTag();
    const { status, body } = await review(tag, { decision: 'approve', note: 'да' });
    expect([status, body.state]).toEqual([200, 'approved']);
    expect(body.review).toMatchObject({ decision: 'approve', note: 'да', reviewer: 'reviewer' });
    const { body: mentions } = await expectStatus<{ items: Mention[] }>(
      200,
      'GET',
      `/entities/${person.id}/mentions`,
    );
    expect(mentions.items).toContainEqual(expect.objectContaining({ tag: tag.id, page, issue: issueId }));
    const { body: entity } = await expectStatus<Entity>(200, 'GET', `/entities/${person.id}`);
    expect(entity.mentionCount).toBe(mentions.items.length);
  });

  test('is never one’s own', async () => {
    const page = await makePage(issueId);
    for (const as of [accounts.reviewer, accounts.admin]) {
      const { body } = await propose(page, { type: 'page' }, {}, as);
      const answer = await review(body, { decision: 'approve' }, as);
      expect([answer.status, typeOf(answer)]).toEqual([403, 'own-work']);
    }
  });

  test('happens once, also when two reviewers decide at the same moment', async () => {
    const { tag } = await makeTag();
    const answers = await Promise.all([
      review(tag, { decision: 'approve' }, accounts.reviewer),
      review(tag, { decision: 'reject' }, accounts.reviewer2),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const third = await review(tag, { decision: 'reject' }, accounts.admin);
    expect([third.status, typeOf(third)]).toEqual([409, 'already-decided']);
  });
});

describe('withdrawing', () => {
  const withdraw = (tag: Tag, as = accounts.volunteer) => call('DELETE', `/tags/${tag.id}`, { as });

  test('one’s own proposal takes it away', async () => {
    const { page, tag } = await makeTag();
    expect((await withdraw(tag)).status).toBe(204);
    expect((await call('GET', `/tags/${tag.id}`)).status).toBe(404);
    const { body } = await expectStatus<{ items: Tag[] }>(200, 'GET', `/pages/${page}/tags`);
    expect(body.items).toEqual([]);
  });

  test('is for its author alone, and only until it is decided', async () => {
    const { tag } = await makeTag();
    for (const as of [accounts.volunteer2, accounts.admin]) {
      const answer = await withdraw(tag, as);
      expect([answer.status, typeOf(answer)]).toEqual([403, 'not-allowed']);
    }
    await review(tag, { decision: 'reject' });
    const answer = await withdraw(tag);
    expect([answer.status, typeOf(answer)]).toEqual([409, 'already-decided']);
  });
});

describe('after an edit', () => {
  test('a tag follows its text, also into another line', async () => {
    const { page, line, tag } = await makeTag(TEXT, 'вторая строка');
    const revision = await putText(accounts.volunteer2, page, [
      { text: 'новая первая строка' },
      { id: line.id, text: `Намъ сообщаютъ изъ Оренбурга, что ${QUOTE} прибылъ сюда` },
    ]);
    expect(await getTag(tag.id)).toMatchObject({
      state: 'proposed',
      revision: revision.id,
      target: spanOf(revision.lines[1] as { id: string; text: string }),
    });
  });

  test('a tag whose words are gone is detached, keeps its quotation, and is not approved any more', async () => {
    const { page, line, tag } = await makeTag();
    await putText(accounts.volunteer2, page, [{ id: line.id, text: 'совсѣмъ другое' }]);
    expect(await getTag(tag.id)).toMatchObject({ state: 'detached', target: { quote: QUOTE } });
    const { body: list } = await expectStatus<{ items: Tag[] }>(
      200,
      'GET',
      `/pages/${page}/tags?status=detached`,
    );
    expect(list.items.map(({ id }) => id)).toEqual([tag.id]);
    const approved = await review(tag, { decision: 'approve' });
    expect([approved.status, typeOf(approved)]).toEqual([409, 'text-changed']);
    expect((await review(tag, { decision: 'reject' })).body.state).toBe('rejected');
  });

  test('an undecided tag that was detached can be withdrawn', async () => {
    const { page, tag } = await makeTag();
    await putText(accounts.volunteer2, page, []);
    expect((await call('DELETE', `/tags/${tag.id}`, { as: accounts.volunteer })).status).toBe(204);
  });

  test('an approved tag stays approved where it followed', async () => {
    const { page, line, tag } = await makeTag();
    await review(tag, { decision: 'approve' });
    await putText(accounts.volunteer2, page, [{ id: line.id, text: `${TEXT} сегодня` }]);
    expect(await getTag(tag.id)).toMatchObject({ state: 'approved' });
  });

  test('a tag proposed at the very moment of a save is refused or carried along, never left behind', async () => {
    for (let round = 0; round < 6; round++) {
      const { page, lines } = await makeText(TEXT);
      const line = lines[0];
      if (!line) throw new Error('no line');
      const etag = (await readText(page)).headers.get('etag') ?? '';
      const [proposed, saved] = await Promise.all([
        propose(page, spanOf(line)),
        call<{ id: string }>('PUT', `/pages/${page}/transcription`, {
          as: accounts.volunteer2,
          json: { lines: [{ id: line.id, text: `Вчера. ${TEXT}` }] },
          headers: { 'if-match': etag },
        }),
      ]);
      expect(saved.status).toBe(201);
      if (proposed.status === 201) {
        expect(await getTag(proposed.body.id)).toMatchObject({
          revision: saved.body.id,
          target: { start: `Вчера. ${TEXT}`.indexOf(QUOTE) },
        });
      } else {
        expect([proposed.status, typeOf(proposed)]).toEqual([409, 'text-changed']);
      }
    }
  });
});

test('lists filter by state, entity and stage', async () => {
  const other = await makeEntity(accounts.reviewer);
  const page = await makePage(issueId);
  const { body: tag } = await propose(page, { type: 'page' }, { body: { entity: other.id } });
  const stage = scheme.stages[0]?.id ?? '';
  await propose(page, { type: 'page' }, { body: { stage } });
  const list = async (query: string) =>
    (await expectStatus<{ items: Tag[] }>(200, 'GET', `/tags?${query}`)).body.items;
  expect((await list(`entity=${other.id}`)).map(({ id }) => id)).toEqual([tag.id]);
  expect((await list(`entity=${other.id}&status=approved`)).length).toBe(0);
  expect((await list(`stage=${stage}`)).every(({ bodyKind }) => bodyKind === 'stage')).toBe(true);
  expect((await call('GET', '/tags?status=unknown')).status).toBe(422);
  expect((await call('GET', '/pages/unknown/tags')).status).toBe(404);
});
