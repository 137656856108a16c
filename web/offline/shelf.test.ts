import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftShelf } from '../features/page/drafts.ts';
import { freshOrKept, SHELVES } from './shelf.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const fresh = new Response('fresh');
const kept = new Response('kept');
const never = new Promise<Response>(() => undefined);
const offline = () => Promise.reject<Response>(new TypeError('Failed to fetch'));

test('the fresh answer comes first, however long it takes where nothing is kept', async () => {
  expect(await freshOrKept(Promise.resolve(fresh), kept)).toBe(fresh);
  const slow = new Promise<Response>((resolve) => setTimeout(resolve, 60_000, fresh));
  const answer = freshOrKept(slow, undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answer).toBe(fresh);
});

test('without a connection it is the kept one, and where there is none the failure', async () => {
  expect(await freshOrKept(offline(), kept)).toBe(kept);
  await expect(freshOrKept(offline(), undefined)).rejects.toThrow('Failed to fetch');
});

test('a service that is out of order gives way to what is kept; what it refuses is said', async () => {
  expect(await freshOrKept(Promise.resolve(new Response('', { status: 503 })), kept)).toBe(kept);
  const refused = new Response('', { status: 404 });
  expect(await freshOrKept(Promise.resolve(refused), kept)).toBe(refused);
});

test('a connection that does not answer is not waited for longer than seconds', async () => {
  const answer = freshOrKept(never, kept);
  await vi.advanceTimersByTimeAsync(8000);
  expect(await answer).toBe(kept);
});

test('what makes room for a draft is the shelf of pages', async () => {
  const thrown = vi.fn(async (name: string) => name === SHELVES.pages);
  vi.stubGlobal('caches', { delete: thrown });
  const shelf = createDraftShelf({} as IDBFactory);
  expect(await shelf.makeRoom()).toBe(true);
  vi.stubGlobal('caches', undefined);
  expect(await shelf.makeRoom()).toBe(false);
  vi.unstubAllGlobals();
});
