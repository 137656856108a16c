import { afterEach, expect, test, vi } from 'vitest';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { createTagShelf } from './tag-shelf.ts';

afterEach(() => vi.unstubAllGlobals());

const tag = (id: string): Tag =>
  ({ id, target: { type: 'span', line: 'one', start: 0, end: 4, quote: 'Алаш' }, state: 'proposed' }) as Tag;

/** The service with these tags: each reading of them is answered when `answer` is called, with what was there before. */
function serviceWith(stored: Tag[]) {
  const waiting: (() => void)[] = [];
  vi.stubGlobal('fetch', async (url: string, { method = 'GET' }: RequestInit = {}) => {
    if (method === 'POST') {
      stored.push(tag('proposed'));
      return Response.json(stored.at(-1), { status: 201 });
    }
    if (method === 'DELETE') {
      stored.splice(
        stored.findIndex(({ id }) => url.includes(id)),
        1,
      );
      return new Response(null, { status: 204 });
    }
    const items = [...stored];
    await new Promise<void>((resolve) => waiting.push(resolve));
    return Response.json({ items, next: null });
  });
  return { answer: async (at = 0) => (await vi.waitUntil(() => waiting[at]))(), asked: () => waiting.length };
}

const { target, body } = { ...tag('new'), body: { type: 'entity', entity: 'e' } as Tag['body'] };

test('what is proposed or withdrawn while all are read stays as it was left', async () => {
  const service = serviceWith([tag('old')]);
  const shelf = createTagShelf('page');
  const reading = shelf.load();
  await vi.waitUntil(() => service.asked() === 1);
  await shelf.propose({ target, body }, 'key');
  await service.answer(0);
  await service.answer(1);
  await reading;
  expect(shelf.tags.value.map(({ id }) => id)).toEqual(['old', 'proposed']);

  const again = shelf.load();
  await vi.waitUntil(() => service.asked() === 3);
  await shelf.withdraw(tag('old'));
  await service.answer(2);
  await service.answer(3);
  await again;
  expect(shelf.tags.value.map(({ id }) => id)).toEqual(['proposed']);
});

test('of two readings the one that was asked for last counts, whichever comes first', async () => {
  const stored = [tag('old')];
  const service = serviceWith(stored);
  const shelf = createTagShelf('page');
  const first = shelf.load();
  await vi.waitUntil(() => service.asked() === 1);
  stored.push(tag('new'));
  const second = shelf.load();
  await service.answer(1);
  await second;
  await service.answer(0);
  await first;
  expect(shelf.tags.value.map(({ id }) => id)).toEqual(['old', 'new']);
});
