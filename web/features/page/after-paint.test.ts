import { afterEach, expect, test, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A window whose frames are given by hand. */
function windowWithFrames() {
  vi.useFakeTimers();
  const frames = new Map<number, () => void>();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.set(frames.size + 1, draw).size);
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => frames.delete(handle));
  return {
    frame() {
      for (const draw of frames.values()) draw();
      frames.clear();
    },
  };
}

test('the work is done once, behind the next frame', () => {
  const window = windowWithFrames();
  const done = vi.fn<() => void>();
  afterPaint(done);
  window.frame();
  expect(done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0);
  vi.advanceTimersByTime(1000);
  expect(done).toHaveBeenCalledTimes(1);
});

test('a window that paints nothing does it all the same, within the time in which nothing may be lost', () => {
  windowWithFrames();
  const done = vi.fn<() => void>();
  afterPaint(done);
  vi.advanceTimersByTime(100);
  expect(done).toHaveBeenCalledTimes(1);
});

test('what is taken back is not done, before the frame or behind it', () => {
  const window = windowWithFrames();
  const done = vi.fn<() => void>();
  afterPaint(done)();
  const stop = afterPaint(done);
  window.frame();
  stop();
  vi.advanceTimersByTime(1000);
  expect(done).not.toHaveBeenCalled();
});
