import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
} from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { actions, pages, tags } from '../db/schema.ts';
import { RandomPage, seededRandom } from '../domain/anchors/random-edits.ts';
import type { Env, OcrMessage, TextMessage } from '../env.ts';
import worker from '../index.ts';
import { countDatabaseRequests } from '../local/testing/database-requests.ts';
import type { Entity } from '../shapes/entities.ts';
import type { Page } from '../shapes/pages.ts';
import type { Tag } from '../shapes/tags.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus } from '../testing/api.ts';
import {
  type SentLine,
  linesOf,
  makeEntity,
  makeIssue,
  makePage,
  makeScannedPage,
  putText,
  readText,
} from '../testing/corpus.ts';
import { readerOf, readingOf } from '../testing/reader.ts';
import { requestNames } from './request.ts';

const db = connect(env);

let accounts: Accounts;
let issueId: string;
let akhmet: Entity;

beforeAll(async () => {
  accounts = await makeAccounts();
  issueId = (await makeIssue(accounts.reviewer)).id;
  akhmet = await makePerson('Ахмет Байтурсынов');
});

function makePerson(text: string): Promise<Entity> {
  return makeEntity(accounts.reviewer, { nameForms: [{ text, language: 'ru', kind: 'preferred' }] });
}

/** A queue that keeps what it is given. */
function keepingQueue() {
  const kept: TextMessage[] = [];
  const queue = {
    send: async (message: TextMessage) => void kept.push(message),
    sendBatch: async (messages: { body: TextMessage }[]) =>
      void kept.push(...messages.map(({ body }) => body)),
  } as unknown as Env['TEXT_QUEUE'];
  return { kept, queue };
}

/** Gives messages to the Worker as the queue does. */
async function deliver(bodies: TextMessage[], TEXT_QUEUE = env.TEXT_QUEUE) {
  const messages = bodies.map((body) => ({
    id: crypto.randomUUID(),
    timestamp: new Date(),
    attempts: 1,
    body,
  }));
  const batch = createMessageBatch<TextMessage>('qalam-text', messages);
  await worker.queue(batch, { ...env, TEXT_QUEUE });
  const { explicitAcks } = await getQueueResult(batch, createExecutionContext());
  expect(explicitAcks).toHaveLength(bodies.length);
}

const suggestOn = (page: string) => deliver([{ page }]);
const tagsOf = async (page: string) =>
  (await expectStatus<{ items: Tag[] }>(200, 'GET', `/pages/${page}/tags`)).body.items;
const getPage = async (id: string) => (await expectStatus<Page>(200, 'GET', `/pages/${id}`)).body;
const review = (tag: string, decision: string) =>
  expectStatus<Tag>(200, 'POST', `/tags/${tag}/review`, { as: accounts.reviewer, json: { decision } });

async function makeText(...texts: (string | SentLine)[]) {
  const page = await makePage(issueId);
  const { lines } = await putText(accounts.volunteer, page, linesOf(...texts));
  return { page, line: lines[0]! };
}

/** A page with a text in which the gazetteer has found its one name. */
async function makeSuggested(text = 'Сообщаютъ, что А. Байтурсыновъ прибылъ въ городъ') {
  const { page, line } = await makeText(text);
  await suggestOn(page);
  const [tag] = await tagsOf(page);
  if (!tag) throw new Error('nothing was proposed');
  return { page, line, tag };
}

describe('a new text', () => {
  test('is brought before the gazetteer when it was saved, and when an earlier one was restored', async () => {
    const { kept, queue } = keepingQueue();
    const page = await makePage(issueId);
    const save = async (text: string) => {
      const ifMatch = { 'if-match': (await readText(page)).headers.get('etag') ?? '' };
      return expectStatus<{ id: string }>(201, 'PUT', `/pages/${page}/transcription`, {
        as: accounts.volunteer,
        json: { lines: linesOf(text) },
        headers: ifMatch,
        env: { TEXT_QUEUE: queue },
      });
    };
    const first = await save('одно');
    await save('другое');
    await expectStatus(201, 'POST', `/revisions/${first.body.id}/restore`, {
      as: accounts.volunteer,
      headers: { 'if-match': (await readText(page)).headers.get('etag') ?? '' },
      env: { TEXT_QUEUE: queue },
    });
    expect(kept).toEqual([{ page }, { page }, { page }]);
  });

  test('is brought before it when the machine has read it', async () => {
    const { kept, queue } = keepingQueue();
    const scanned = await makeScannedPage(accounts.volunteer, issueId);
    const message = {
      id: crypto.randomUUID(),
      timestamp: new Date(),
      attempts: 1,
      body: { job: scanned.job?.id ?? '' },
    };
    const READER = readerOf(async () => readingOf('А. Байтурсыновъ'));
    const batch = createMessageBatch<OcrMessage>('qalam-ocr', [message]);
    await worker.queue(batch, { ...env, READER, TEXT_QUEUE: queue });
    expect(kept).toEqual([{ page: scanned.id }]);
    await deliver(kept);
    expect(await tagsOf(scanned.id)).toMatchObject([{ origin: 'gazetteer', body: { entity: akhmet.id } }]);
  });

  test('is stored also where the queue takes nothing', async () => {
    const page = await makePage(issueId);
    const TEXT_QUEUE = {
      send: () => Promise.reject(new Error('queue down')),
    } as unknown as Env['TEXT_QUEUE'];
    await expectStatus(201, 'PUT', `/pages/${page}/transcription`, {
      as: accounts.volunteer,
      json: { lines: linesOf('одно') },
      headers: { 'if-match': (await readText(page)).headers.get('etag') ?? '' },
      env: { TEXT_QUEUE },
    });
    expect((await getPage(page)).suggestions).toBe('waiting');
  });

  test('gets proposals that say what is meant, by which rule and how surely, and nothing is approved', async () => {
    const { page, line, tag } = await makeSuggested();
    expect(tag).toMatchObject({
      page,
      target: { type: 'span', line: line.id, quote: 'А. Байтурсыновъ' },
      body: { entity: akhmet.id },
      state: 'proposed',
      origin: 'gazetteer',
      rule: 'initial-and-surname',
      context: { prefix: 'Сообщаютъ, что ', suffix: ' прибылъ въ городъ' },
      place: { line: { text: line.text } },
    });
    expect(tag.confidence).toBeGreaterThan(0.5);
    expect(tag.author).toBeUndefined();
    const logged = await db
      .select()
      .from(actions)
      .where(eq(actions.subject, `pages/${page}`));
    expect(logged.map(({ action, actorId }) => [action, actorId])).toContainEqual(['page:suggest', null]);
  });

  test('is told apart from one that still waits', async () => {
    const { page } = await makeText('А. Байтурсыновъ');
    expect((await getPage(page)).suggestions).toBe('waiting');
    await suggestOn(page);
    expect((await getPage(page)).suggestions).toBe('current');
    await putText(accounts.volunteer, page, linesOf('другое'));
    expect((await getPage(page)).suggestions).toBe('waiting');
    expect((await getPage(await makePage(issueId))).suggestions).toBe('current');
  });

  test('costs at most three database requests', async () => {
    const { page } = await makeText('А. Байтурсыновъ');
    const { requests } = await countDatabaseRequests(env, () => suggestOn(page));
    expect(requests).toBeLessThanOrEqual(3);
  });
});

describe('a message', () => {
  test('that comes twice, or two at the same moment, proposes nothing twice', async () => {
    const { page } = await makeText('А. Байтурсыновъ и Ахметъ Байтурсыновъ');
    await Promise.all([suggestOn(page), suggestOn(page)]);
    const before = await tagsOf(page);
    await suggestOn(page);
    expect(await tagsOf(page)).toEqual(before);
    expect(before).toHaveLength(2);
  });

  test('for a page that is not there is done with', async () => {
    await suggestOn('unknown');
  });

  test('that was lost is sent again by the clock', async () => {
    const { page } = await makeText('А. Байтурсыновъ');
    const tick = async (now: number) => {
      const { kept, queue } = keepingQueue();
      const at = createScheduledController({ scheduledTime: new Date(now) });
      await worker.scheduled(at, { ...env, TEXT_QUEUE: queue });
      return kept;
    };
    expect(await tick(Date.now())).not.toContainEqual({ page });
    const later = Date.now() + 120_000;
    const sent = await tick(later);
    expect(sent).toContainEqual({ page });
    await deliver(sent);
    expect(await tick(later)).toEqual([]);
    await db.update(pages).set({ suggestedRules: 0 }).where(eq(pages.id, page));
    expect(await tick(later)).toEqual([{ page }]);
  });
});

describe('what people have said goes before', () => {
  const propose = async (page: string, line: { id: string; text: string }, quote: string, entity: string) => {
    const start = line.text.indexOf(quote);
    const target = { type: 'span', line: line.id, start, end: start + quote.length, quote };
    const sent = { as: accounts.volunteer, json: { target, body: { entity } } };
    return (await expectStatus<Tag>(201, 'POST', `/pages/${page}/tags`, sent)).body;
  };

  test('of the same words, whatever they are said to mean, and of the same entity in some of them', async () => {
    const other = await makePerson('Миржакып Дулатов');
    const { page, line } = await makeText('А. Байтурсыновъ, Ахметъ Байтурсыновъ');
    await propose(page, line, 'А. Байтурсыновъ', other.id);
    await propose(page, line, 'Ахметъ', akhmet.id);
    await suggestOn(page);
    expect((await tagsOf(page)).map(({ origin }) => origin)).toEqual(['person', 'person']);
  });

  test('also where the gazetteer had proposed the same before', async () => {
    const { page, line, tag } = await makeSuggested();
    const own = await propose(page, line, 'А. Байтурсыновъ', akhmet.id);
    await suggestOn(page);
    expect((await tagsOf(page)).map(({ id }) => id)).toEqual([own.id]);
    await expectStatus(204, 'DELETE', `/tags/${own.id}`, { as: accounts.volunteer });
    await suggestOn(page);
    expect(await tagsOf(page)).toEqual([]);
    expect(tag.origin).toBe('gazetteer');
  });

  test('a rejected name is not proposed again, however the text around it changes', async () => {
    const { page, line, tag } = await makeSuggested();
    await review(tag.id, 'reject');
    for (const text of [
      'Намъ сообщаютъ, что А. Байтурсыновъ прибылъ въ городъ',
      'Намъ сообщаютъ, что А. Байтурсыновъ уѣхалъ, а другой А. Байтурсыновъ остался',
    ]) {
      await putText(accounts.volunteer, page, [{ id: line.id, text }]);
      await suggestOn(page);
    }
    const found = await tagsOf(page);
    expect(found.map(({ state }) => state)).toEqual(['rejected', 'proposed']);
    expect(found[1]?.target).toMatchObject({ start: 53 });
  });

  test('a rejected name is not proposed again when its words were gone and come back', async () => {
    const { page, line, tag } = await makeSuggested();
    await review(tag.id, 'reject');
    await putText(accounts.volunteer, page, [{ id: line.id, text: 'совсѣмъ другое' }]);
    await suggestOn(page);
    await putText(accounts.volunteer, page, linesOf('въ началѣ', line.text));
    await suggestOn(page);
    expect((await tagsOf(page)).map(({ state }) => state)).toEqual(['rejected']);
  });
});

describe('when the text changes', () => {
  test('a proposal that nobody decided follows its words, or is taken back with them', async () => {
    const { page, line, tag } = await makeSuggested();
    await putText(accounts.volunteer, page, [{ id: line.id, text: `Вчера. ${line.text}` }]);
    await suggestOn(page);
    expect((await tagsOf(page)).map(({ id }) => id)).toEqual([tag.id]);
    await putText(accounts.volunteer, page, [{ id: line.id, text: 'А. Байтурсыновичъ' }]);
    expect(await tagsOf(page)).toEqual([]);
  });

  test('one that was approved is put before a person instead, with its decision', async () => {
    const { page, line, tag } = await makeSuggested();
    await review(tag.id, 'approve');
    await putText(accounts.volunteer, page, [{ id: line.id, text: 'другое' }]);
    expect(await tagsOf(page)).toMatchObject([
      { id: tag.id, state: 'detached', review: { decision: 'approve', reviewer: 'reviewer' } },
    ]);
  });
});

describe('when the authority file changes', () => {
  test('pages with a new name are found and get their proposals', async () => {
    const { page } = await makeText('Телеграмма Жихангерова изъ Омска');
    await suggestOn(page);
    expect(await tagsOf(page)).toEqual([]);
    const person = await makePerson('Жихангеров');
    const asked = keepingQueue();
    await requestNames({ TEXT_QUEUE: asked.queue }, person.id);
    const found = keepingQueue();
    await deliver(asked.kept, found.queue);
    expect(found.kept).toEqual([{ page }]);
    await deliver(found.kept);
    expect(await tagsOf(page)).toMatchObject([
      { body: { entity: person.id }, target: { quote: 'Жихангерова' } },
    ]);
  });

  test('a name that more pages have than one message takes is gone after in parts', async () => {
    const person = await makePerson('Кумисбаев');
    const texts = await Promise.all(Array.from({ length: 101 }, () => makeText('А Кумисбаев')));
    const sent = keepingQueue();
    await deliver([{ names: person.id }], sent.queue);
    expect(sent.kept).toHaveLength(101);
    const rest = sent.kept.pop()!;
    expect(rest).toMatchObject({ names: person.id });
    await deliver([rest], sent.queue);
    expect(new Set(sent.kept.map((body) => ('page' in body ? body.page : '')))).toEqual(
      new Set(texts.map(({ page }) => page)),
    );
  });

  test('names of a merged record propose the one it was merged into, until the merge is undone', async () => {
    const person = await makePerson('Бериккалиев');
    const into = await makePerson('Темиржанов');
    const { page } = await makeText('г. Бериккалиев');
    await suggestOn(page);
    expect(await tagsOf(page)).toMatchObject([{ body: { entity: person.id } }]);
    for (const [method, status, about] of [
      ['POST', 201, into.id],
      ['DELETE', 204, person.id],
    ] as const) {
      const { kept, queue } = keepingQueue();
      await expectStatus(status, method, `/entities/${person.id}/merge`, {
        as: accounts.reviewer,
        env: { TEXT_QUEUE: queue },
        ...(method === 'POST' ? { json: { into: into.id } } : {}),
      });
      const found = keepingQueue();
      await deliver(kept, found.queue);
      expect(found.kept).toContainEqual({ page });
      await deliver(found.kept);
      expect(await tagsOf(page)).toMatchObject([{ body: { entity: about } }]);
    }
  });

  test('undecided proposals by a name that is no longer there are taken back, decided ones are not', async () => {
    const person = await makePerson('Шокпаров');
    const { page } = await makeText('Шокпаров пришёл', 'и Шокпаров ушёл');
    await suggestOn(page);
    const [first] = await tagsOf(page);
    await review(first!.id, 'approve');
    const asked = keepingQueue();
    await expectStatus(200, 'PATCH', `/entities/${person.id}`, {
      as: accounts.reviewer,
      json: { nameForms: [{ text: 'Ибраимов', language: 'ru', kind: 'preferred' }] },
      env: { TEXT_QUEUE: asked.queue },
    });
    const found = keepingQueue();
    await deliver(asked.kept, found.queue);
    expect(found.kept).toEqual([{ page }]);
    await deliver(found.kept);
    expect((await tagsOf(page)).map(({ id }) => id)).toEqual([first!.id]);
  });
});

test('through random saves no tag ends on other words than it quotes without being detached', async () => {
  let standing = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const random = new RandomPage(seededRandom(seed));
    const page = await makePage(issueId);
    // The service gives new lines ids of its own; the random page goes on with those.
    const save = async () => {
      const { lines } = await putText(accounts.volunteer, page, random.lines());
      for (const [index, line] of lines.entries()) random.rows[index]!.id = line.id;
    };
    await save();
    for (let count = 0; count < 4; count++) {
      const anchor = random.anchorSomewhere()?.anchor;
      if (!anchor) continue;
      const { line, start, end, quote } = anchor;
      await call('POST', `/pages/${page}/tags`, {
        as: accounts.volunteer,
        json: { target: { type: 'span', line, start, end, quote }, body: { entity: akhmet.id } },
      });
    }
    const [rejected] = await tagsOf(page);
    if (rejected) await review(rejected.id, 'reject');
    for (let round = 0; round < 3; round++) {
      for (let edits = 0; edits < 3; edits++) random.edit();
      await save();
      await suggestOn(page);
      const { body: text } = await readText(page);
      const rows = await db.select().from(tags).where(eq(tags.pageId, page));
      for (const { target, state, revisionId } of rows) {
        if (target.type !== 'span' || state === 'detached') continue;
        if (state === 'rejected' && revisionId !== text.id) continue;
        const line = text.lines.find(({ id }) => id === target.line);
        expect([revisionId, line?.text.slice(target.start, target.end)]).toEqual([text.id, target.quote]);
        standing++;
      }
    }
  }
  expect(standing).toBeGreaterThan(50);
});
