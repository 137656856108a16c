/** Work that a change of the page need not wait for: it is done when the frame with the change is painted. */

/** How long a window that paints nothing (hidden, or on a busy machine) keeps the work waiting, in milliseconds. */
const LATEST_MS = 50;

/** Calls `work` once, after the next frame; answers how to take that back. At once where there are no frames. */
export function afterPaint(work: () => void): () => void {
  if (typeof requestAnimationFrame !== 'function') {
    work();
    return () => undefined;
  }
  let timer = setTimeout(run, LATEST_MS);
  // The frame is painted within the task that calls this; what is asked for here comes behind it.
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run);
  });
  function stop(): void {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  }
  function run(): void {
    stop();
    work();
  }
  return stop;
}
