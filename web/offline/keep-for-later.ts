/** Lets this browser keep what is worked with, so that it is there without a connection (service-worker.ts). */

/** Longer than a service worker takes to start; nothing waits for one that is kept from it. */
const PATIENCE_MS = 3000;

let beginning: Promise<void> | undefined;

/**
 * Answers when what is fetched from now on is kept, or cannot be: some browsers and private windows forbid it, and
 * everything works without, as long as there is a connection. What this window has fetched before is kept as well,
 * also where beginning takes longer than anybody waits for it.
 */
export async function keepForLater(): Promise<void> {
  const container = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  if (!container || container.controller) return;
  beginning ??= begin(container).catch((error: unknown) => {
    // The next page asks again.
    beginning = undefined;
    console.warn('nothing is kept for work without a connection', error);
  });
  await Promise.race([beginning, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

async function begin(container: ServiceWorkerContainer): Promise<void> {
  const controlled = new Promise<void>((resolve) =>
    container.addEventListener('controllerchange', () => resolve(), { once: true }),
  );
  await container.register('/service-worker.js');
  const { active } = await container.ready;
  // One that was there before has not taken this window by itself.
  tell(active, { claim: true });
  await controlled;
  keepWhatBeganBefore(performance.now(), container);
}

function tell(worker: ServiceWorker | null, what: { claim: true } | { keep: string[] }): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target
  worker?.postMessage(what);
}

/** Also what is still on its way, a scan on a weak connection: it is told when it has come. */
function keepWhatBeganBefore(moment: number, { controller }: ServiceWorkerContainer): void {
  const observer = new PerformanceObserver((list) => {
    const begun = list.getEntries().filter(({ startTime }) => startTime <= moment);
    if (begun.length > 0) tell(controller, { keep: begun.map(({ name }) => name) });
  });
  observer.observe({ type: 'resource', buffered: true });
}
