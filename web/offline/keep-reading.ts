/** Lets this browser keep the engine and the models that it reads with (service-worker.ts). */

/** Longer than a service worker takes to start; reading does not wait for one that is kept from it. */
const PATIENCE_MS = 3000;

/**
 * Answers when what is fetched from now on is kept, or cannot be: some browsers and private windows forbid it, and
 * reading works without.
 */
export async function keepReading(): Promise<void> {
  const container = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  if (!container || container.controller) return;
  const controlled = new Promise<void>((resolve) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE_MS);
  });
  try {
    await container.register('/service-worker.js');
    await controlled;
  } catch (error) {
    console.warn('the reading engine is not kept for later', error);
  }
}
