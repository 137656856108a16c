/**
 * OpenSeadragon asks for the next animation frame for as long as a picture is open, also when nothing moves: every
 * frame of the window then costs a pass over the whole page, beside somebody's typing. Here its frames rest a moment
 * after the last sign of life.
 */

const AWAKE_MS = 1500;

export interface RestingFrames {
  /** In place of `requestAnimationFrame`. */
  readonly request: (draw: FrameRequestCallback) => number;
  readonly cancel: (handle: number) => void;
  /** Something happens: frames are given again, for a while. */
  readonly wake: () => void;
}

export function createRestingFrames(
  give: (draw: FrameRequestCallback) => number = (draw) => requestAnimationFrame(draw),
  take: (handle: number) => void = (handle) => cancelAnimationFrame(handle),
  now: () => number = () => performance.now(),
): RestingFrames {
  let awakeUntil = Number.NEGATIVE_INFINITY;
  let count = 0;
  /** Asked for, by our handles: with the browser's handle where the frame is under way. */
  const asked = new Map<number, { draw: FrameRequestCallback; given: number | null }>();

  function start(handle: number, draw: FrameRequestCallback): void {
    const given = give((time) => {
      asked.delete(handle);
      draw(time);
    });
    asked.set(handle, { draw, given });
  }

  return {
    request(draw) {
      const handle = (count += 1);
      if (now() < awakeUntil) start(handle, draw);
      else asked.set(handle, { draw, given: null });
      return handle;
    },
    cancel(handle) {
      const given = asked.get(handle)?.given ?? null;
      if (given !== null) take(given);
      asked.delete(handle);
    },
    wake() {
      awakeUntil = now() + AWAKE_MS;
      for (const [handle, { draw, given }] of asked) if (given === null) start(handle, draw);
    },
  };
}
