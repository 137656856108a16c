import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freshOrKept } from './shelf.ts';

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

test('a connection that does not answer is not waited for longer than seconds', async () => {
  const answer = freshOrKept(never, kept);
  await vi.advanceTimersByTimeAsync(8000);
  expect(await answer).toBe(kept);
});
