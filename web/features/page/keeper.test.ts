import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AT_ONCE, createKeeper } from './keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A device that takes its time for each write. */
function slowDevice(milliseconds: number) {
  const begun: number[] = [];
  const written: number[] = [];
  const failed: unknown[] = [];
  const device = { full: false };
  const keeper = createKeeper<number>(
    async (value) => {
      begun.push(value);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      if (device.full) throw new DOMException('full', 'QuotaExceededError');
      written.push(value);
    },
    { kept: () => undefined, failed: (error) => failed.push(error) },
  );
  return { keeper, begun, written, failed, device };
}

describe('the keeper of drafts', () => {
  test('begins to write before the key press has ended', () => {
    const { keeper, begun } = slowDevice(10);
    keeper.keep(1);
    expect(begun).toEqual([1]);
    keeper.keep(2);
    expect(begun).toEqual([1, 2]);
  });

  test('leaves out what is old on a slow device, and ends with the newest', async () => {
    const { keeper, written } = slowDevice(1000);
    for (let value = 0; value < 100; value++) {
      keeper.keep(value);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(3000);
    expect(written.length).toBeLessThan(50);
    expect(written.toSorted((a, b) => a - b)).toEqual(written);
    expect(written.at(-1)).toBe(99);
  });

  test('writes at once when the window goes, whatever is under way', () => {
    const { keeper, begun } = slowDevice(100);
    const newest = AT_ONCE + 5;
    for (let value = 0; value <= newest; value++) keeper.keep(value);
    expect(begun).toHaveLength(AT_ONCE);
    keeper.flush();
    expect(begun.at(-1)).toBe(newest);
  });

  test('is settled when the newest is written, and goes on after a failure', async () => {
    const { keeper, written, failed, device } = slowDevice(20);
    device.full = true;
    keeper.keep(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(failed).toHaveLength(1);
    device.full = false;
    for (const value of [2, 3, 4, 5, 6]) keeper.keep(value);
    const settled = keeper.settled();
    await vi.advanceTimersByTimeAsync(100);
    await settled;
    expect(written.at(-1)).toBe(6);
  });
});
