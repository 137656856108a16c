import { expect, test, vi } from 'vitest';
import { readAhead, takeAhead } from './ahead.ts';
import type { Answer } from './client.ts';

const answerTo = async (path: string): Promise<Answer<unknown>> => ({
  data: path,
  status: 200,
  etag: null,
  headers: new Headers(),
});

test('a page and its text are read ahead, and each answer is given once', async () => {
  readAhead('/pages/p-1', answerTo);
  expect((await takeAhead('/pages/p-1/transcription'))?.data).toBe('/pages/p-1/transcription');
  expect((await takeAhead('/pages/p-1'))?.data).toBe('/pages/p-1');
  expect(takeAhead('/pages/p-1')).toBeUndefined();
});

test('other addresses read nothing ahead', () => {
  const read = vi.fn(answerTo);
  for (const address of ['/', '/pages', '/pages/p-1/x', '/publications/p-1']) readAhead(address, read);
  expect(read).not.toHaveBeenCalled();
});

test('an answer that nobody asked for in time is given to nobody', () => {
  vi.useFakeTimers();
  readAhead('/pages/p-2', answerTo);
  vi.advanceTimersByTime(10_000);
  expect(takeAhead('/pages/p-2')).toBeUndefined();
  vi.useRealTimers();
});
