/** What stands at these addresses has changed: the new answers are kept, where any are (service-worker.ts). */
export function keepAgain(urls: readonly string[]): void {
  const keep = [...new Set(urls)].map((url) => new URL(url, location.href).href);
  navigator.serviceWorker?.controller?.postMessage({ keep });
}
