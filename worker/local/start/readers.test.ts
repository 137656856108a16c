import { Request, Response } from 'miniflare';
import { expect, test } from 'vitest';
import { type FetchFunction, takeTurns } from './readers.ts';

/** A reader whose answers end when the test says so. */
function makeReader(name: string, log: string[]) {
  const ends: (() => void)[] = [];
  const read: FetchFunction = async (request) => {
    log.push(`${name} ${new URL(request.url).pathname}`);
    const body = new ReadableStream({
      start(controller) {
        ends.push(() => controller.close());
      },
    });
    return new Response(body as never);
  };
  return { read, end: () => ends.shift()!() };
}
const request = (path: string) => new Request(`http://reader${path}`);

test('each reader has one request at a time, and what waits goes to whichever is free first', async () => {
  const log: string[] = [];
  const [a, b] = [makeReader('a', log), makeReader('b', log)];
  const read = takeTurns([a.read, b.read]);
  const page = await read(request('/page'));
  const first = await read(request('/1'));
  const waiting = read(request('/2'));
  expect(log).toEqual(['a /page', 'b /1']);
  b.end();
  await first.text();
  const second = await waiting;
  expect(log).toEqual(['a /page', 'b /1', 'b /2']);
  b.end();
  a.end();
  await Promise.all([page.text(), second.text()]);
});

test('a reader is free again when its answer is not wanted any more, or it failed', async () => {
  const log: string[] = [];
  const good = makeReader('good', log);
  let calls = 0;
  const read = takeTurns([
    (each) => {
      calls += 1;
      if (calls === 2) throw new Error('gone');
      return good.read(each);
    },
  ]);
  const first = await read(request('/1'));
  await first.body!.cancel();
  await expect(read(request('/2'))).rejects.toThrow('gone');
  await read(request('/3'));
  expect(log).toEqual(['good /1', 'good /3']);
});
