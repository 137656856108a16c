/** One piece of work after the other, each when the browser has nothing else to do. */

const waiting = new Set<() => void>();
let asked = false;

/** Puts `work` at the end of the queue; answers how to take it out again. */
export function whenIdle(work: () => void): () => void {
  waiting.add(work);
  ask();
  return () => {
    waiting.delete(work);
  };
}

function ask(): void {
  if (asked || waiting.size === 0) return;
  asked = true;
  // Safari has no idle callbacks. The time-out keeps the queue going on a machine that is never idle.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(next, { timeout: 1000 });
  else setTimeout(next, 30);
}

function next(): void {
  asked = false;
  const [work] = waiting;
  if (work) {
    waiting.delete(work);
    work();
  }
  ask();
}
