import { expect, test } from 'vitest';
import { createRestingFrames } from './resting-frames.ts';

/** A browser whose frames come when told. */
function fakeWindow() {
  const due = new Map<number, FrameRequestCallback>();
  let count = 0;
  const fake = { time: 0, frames: 0 };
  const frames = createRestingFrames(
    (draw) => {
      due.set((count += 1), draw);
      return count;
    },
    (handle) => due.delete(handle),
    () => fake.time,
  );
  const pass = (milliseconds: number) => {
    for (let step = 0; step < milliseconds / 16; step++) {
      fake.time += 16;
      // Those that are asked for meanwhile come with the next frame.
      for (const [handle, draw] of new Map(due)) {
        due.delete(handle);
        fake.frames += 1;
        draw(fake.time);
      }
    }
  };
  return { fake, frames, pass };
}

test('frames rest after a while without a sign of life, and go on with the next one', () => {
  const { fake, frames, pass } = fakeWindow();
  const loop = () => void frames.request(loop);
  loop();
  pass(500);
  expect(fake.frames).toBe(0);
  frames.wake();
  pass(1000);
  expect(fake.frames).toBeGreaterThan(50);
  pass(5000);
  const rested = fake.frames;
  expect(rested).toBeLessThan(150);
  pass(5000);
  expect(fake.frames).toBe(rested);
  frames.wake();
  pass(160);
  expect(fake.frames).toBeGreaterThan(rested + 5);
});

test('a frame that was taken back is not drawn, at rest or awake', () => {
  const { fake, frames, pass } = fakeWindow();
  const drawn: string[] = [];
  const atRest = frames.request(() => drawn.push('at rest'));
  frames.cancel(atRest);
  frames.wake();
  frames.cancel(frames.request(() => drawn.push('awake')));
  frames.request(() => drawn.push('kept'));
  pass(100);
  expect(drawn).toEqual(['kept']);
  expect(fake.frames).toBe(1);
});
