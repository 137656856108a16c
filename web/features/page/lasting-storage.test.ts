import { afterEach, expect, test, vi } from 'vitest';
import { askToLast } from './lasting-storage.ts';

afterEach(() => vi.unstubAllGlobals());

const DAY = 86_400_000;

/** A browser that remembers what was stored, and answers the question with `answer`. */
function browser(answer: boolean) {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  let granted = false;
  const persist = vi.fn(async () => (granted = answer));
  return { persist, persisted: async () => granted };
}

test('what was refused is asked again, but not at every visit', async () => {
  const storage = browser(false);
  for (const day of [100, 100, 103, 106]) await askToLast(storage, day * DAY);
  expect(storage.persist).toHaveBeenCalledTimes(1);
  await askToLast(storage, 107 * DAY);
  expect(storage.persist).toHaveBeenCalledTimes(2);
});

test('what was granted is not asked again', async () => {
  const storage = browser(true);
  for (const day of [100, 200, 300]) await askToLast(storage, day * DAY);
  expect(storage.persist).toHaveBeenCalledTimes(1);
});

test('a browser that does not know the question, or keeps nothing, is left alone', async () => {
  await askToLast(undefined, 0);
  const storage = browser(false);
  vi.stubGlobal('localStorage', undefined);
  await askToLast(storage, 100 * DAY);
  expect(storage.persist).toHaveBeenCalledTimes(1);
});
