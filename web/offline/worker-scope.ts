/** What is used of the global scope of a service worker: its library types and those of a page exclude each other. */

export interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  /** The answer to a navigation that the browser asked for while the worker was starting. */
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
export interface MessageEventToWorker extends ExtendableEvent {
  readonly data: unknown;
}

/** Which requests go past the worker, and where to. Not in every browser (Static Routing API). */
interface Route {
  condition: { urlPattern: string; requestMethod?: string };
  source: 'network' | { cacheName: string };
}
export interface InstallEvent extends ExtendableEvent {
  addRoutes?(routes: readonly Route[]): Promise<void>;
}

interface Listeners {
  install: InstallEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
  message: MessageEventToWorker;
}

interface ServiceWorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: { readonly origin: string };
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
  addEventListener<K extends keyof Listeners>(type: K, listener: (event: Listeners[K]) => void): void;
}

export const scope = self as unknown as ServiceWorkerScope;
