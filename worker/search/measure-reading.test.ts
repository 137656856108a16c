import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
} from 'cloudflare:test';
import { beforeAll, expect, test } from 'vitest';
import type { Env, OcrMessage, TextMessage } from '../env.ts';
import worker from '../index.ts';
import type { ReadingErrors } from '../shapes/reading-errors.ts';
import type { SearchAnswer } from '../shapes/search.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { env, expectStatus } from '../testing/api.ts';
import { linesOf, makeIssue, makePage, makeScannedPage, putText } from '../testing/corpus.ts';
import { readerOf, readingOf } from '../testing/reader.ts';

let accounts: Accounts;
beforeAll(async () => {
  accounts = await makeAccounts();
});

const messageOf = <Body>(body: Body) => ({
  id: crypto.randomUUID(),
  timestamp: new Date(),
  attempts: 1,
  body,
});

async function deliver(...bodies: TextMessage[]) {
  const batch = createMessageBatch<TextMessage>('qalam-text', bodies.map(messageOf));
  await worker.queue(batch, env);
  const { explicitAcks } = await getQueueResult(batch, createExecutionContext());
  expect(explicitAcks).toHaveLength(bodies.length);
}

/** A page that the machine has read like this. */
async function makeRead(language: string, ...lines: string[]): Promise<string> {
  const issue = await makeIssue(accounts.reviewer, { language });
  const page = await makeScannedPage(accounts.volunteer, issue.id);
  const READER = readerOf(async () => readingOf(...lines));
  const batch = createMessageBatch<OcrMessage>('qalam-ocr', [messageOf({ job: page.job?.id ?? '' })]);
  await worker.queue(batch, { ...env, READER });
  return page.id;
}

/** Accepts a text. @returns what the queue was given */
async function accept(page: string, ...lines: string[]): Promise<TextMessage[]> {
  const kept: TextMessage[] = [];
  const TEXT_QUEUE = {
    send: async (message: TextMessage) => void kept.push(message),
  } as unknown as Env['TEXT_QUEUE'];
  const { id } = await putText(accounts.volunteer, page, linesOf(...lines), { submit: true });
  const sent = { as: accounts.reviewer, json: { decision: 'accept' }, env: { TEXT_QUEUE } };
  await expectStatus(200, 'POST', `/revisions/${id}/review`, sent);
  return kept;
}

async function errorRate(query: Record<string, string> = {}) {
  const parameters = new URLSearchParams({ q: 'газета', ...query });
  return (await expectStatus<SearchAnswer>(200, 'GET', `/search?${parameters.toString()}`)).body.errorRate;
}

test('an accepted text tells how well its page had been read, in all and by script', async () => {
  expect(await errorRate()).toBeNull();
  const russian = await makeRead('ru', 'Гозета', 'вышла  въ свѣтъ');
  const messages = await accept(russian, 'Газета', 'вышла въ свѣтъ');
  expect(messages).toEqual([{ measure: russian }]);
  await deliver(...messages, ...messages);
  // One letter of 21, the end of the line counted as a space.
  expect(await errorRate()).toEqual({ pages: 1, characters: 0.0476 });

  const kazakh = await makeRead('kk-Arab', 'قزق');
  await deliver(...(await accept(kazakh, 'قازاق')));
  expect(await errorRate({ script: 'Arab' })).toEqual({ pages: 1, characters: 0.4 });
  expect(await errorRate({ script: 'Cyrl' })).toEqual({ pages: 1, characters: 0.0476 });
  expect(await errorRate()).toEqual({ pages: 2, characters: 0.1154 });

  const errors = (await expectStatus<ReadingErrors>(200, 'GET', '/reading-errors')).body;
  expect(errors.all).toEqual({ pages: 2, characters: 26, errors: 3, rate: 0.1154, enough: false });
  expect(errors.byScript).toHaveLength(2);
  expect(errors.byScript).toContainEqual(
    expect.objectContaining({ script: 'Arab', pages: 1, characters: 5, rate: 0.4 }),
  );
  expect(errors.byModel).toMatchObject([{ model: 'qalam_cyrl', pages: 2 }]);
  const arabic = (await expectStatus<ReadingErrors>(200, 'GET', '/reading-errors?script=Arab')).body;
  expect(arabic.byPublication).toMatchObject([{ pages: 1, characters: 5 }]);
  const one = `/reading-errors?publication=${arabic.byPublication[0]?.publication}`;
  expect((await expectStatus<ReadingErrors>(200, 'GET', one)).body.all).toEqual(arabic.all);

  // A better text of the same page takes the place of the one before.
  await deliver(...(await accept(kazakh, 'قازق')));
  expect(await errorRate({ script: 'Arab' })).toEqual({ pages: 1, characters: 0.25 });
});

test('a page that a person typed before it was read has no reading of its own to be measured by', async () => {
  const before = await errorRate();
  const page = await makePage((await makeIssue(accounts.reviewer)).id);
  await deliver(...(await accept(page, 'принято без чтенія')));
  expect(await errorRate()).toEqual(before);
});

test('a lost message is made up for by the clock', async () => {
  const page = await makeRead('kk-Latn', 'qazaq');
  await accept(page, 'qazaq');
  expect(await errorRate({ script: 'Latn' })).toBeNull();
  const kept: TextMessage[] = [];
  const TEXT_QUEUE = {
    send: async () => {},
    sendBatch: async (messages: { body: TextMessage }[]) =>
      void kept.push(...messages.map(({ body }) => body)),
  } as unknown as Env['TEXT_QUEUE'];
  const controller = createScheduledController({ scheduledTime: Date.now() + 120_000 });
  await worker.scheduled(controller, { ...env, TEXT_QUEUE });
  const measures = kept.filter((message) => 'measure' in message);
  expect(measures).toEqual([{ measure: page }]);
  await deliver(...measures);
  expect(await errorRate({ script: 'Latn' })).toEqual({ pages: 1, characters: 0 });
});
