import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRemotely } from './remote-reader.ts';
import type { ScanEvent } from './read-scan.ts';
import { concat } from './testing/bytes.ts';

const REQUEST = {} as Parameters<typeof readRemotely>[1];
const line = (event: object) => `${JSON.stringify(event)}\n`;

/** A reader that answers these bytes in pieces of these sizes, the last as long as there are bytes. */
function readerOf(bytes: Uint8Array, sizes: readonly number[]) {
  const left = [...sizes];
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const size = left.shift() ?? bytes.length;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  return { fetch: async () => new Response(body) };
}

async function eventsOf(bytes: Uint8Array, sizes: readonly number[]) {
  const events: ScanEvent[] = [];
  const result = await readRemotely(
    readerOf(bytes, sizes),
    REQUEST,
    async (event) => void events.push(event),
  );
  return { events, result };
}

const picture = fc.uint8Array({ minLength: 1, maxLength: 60 });

test('events and the bytes of their pictures arrive whole, in whatever pieces they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(picture, { maxLength: 5 }),
      fc.array(fc.integer({ min: 1, max: 40 })),
      async (pictures, sizes) => {
        const tiles = pictures.flatMap((png, number) => [
          line({ type: 'tile', number, bytes: png.length }),
          png,
          line({ type: 'progress', fraction: 0.5, step: 'чтение' }),
        ]);
        const { events, result } = await eventsOf(
          concat(...tiles, line({ type: 'result', result: null })),
          sizes,
        );
        expect(result).toBeNull();
        expect(events).toEqual(
          pictures.flatMap((png, number) => [
            { type: 'tile', number, png: new Uint8Array(png) },
            { type: 'progress', fraction: 0.5, step: 'чтение' },
          ]),
        );
      },
    ),
    { numRuns: 50 },
  );
});

test.each([
  ['in a picture', concat(line({ type: 'tile', number: 0, bytes: 9 }), 'png')],
  ['between two events', concat(line({ type: 'progress', fraction: 0.5, step: 'reading' }))],
  ['in a line', concat('{"type":"res')],
])('a reader that stops %s has failed', async (_, bytes) => {
  await expect(eventsOf(bytes, [])).rejects.toMatchObject({ code: 'engine-failed' });
});

test('an error of the reader is thrown as it was', async () => {
  const bytes = concat(line({ type: 'error', code: 'out-of-memory', message: 'Too large.' }));
  await expect(eventsOf(bytes, [])).rejects.toMatchObject({ code: 'out-of-memory', message: 'Too large.' });
});
