/** Answers kept in this browser, each with the moment when it was given. */

/** Names of the shelves. What has another name that begins alike is of an earlier version. */
export const SHELVES = { app: 'qalam-app', pages: 'qalam-pages', reading: 'qalam-reading' } as const;
/** In an answer that was kept: when it was given, as ISO 8601 UTC. web/api/client.ts reads it. */
export const KEPT_AT = 'x-qalam-kept';
/** How long a weak connection is waited for where an answer is kept, in milliseconds. */
const PATIENCE_MS = 8000;

/** The answer that is kept for an address. */
export async function keptAnswer(shelf: Cache, url: string): Promise<Response | undefined> {
  return shelf.match(url, { ignoreVary: true });
}

/** Keeps a copy; a full device keeps nothing, and what was asked for goes on with the connection. */
export async function keepCopy(shelf: Cache, url: string, answer: Response): Promise<void> {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  try {
    const body = await answer.blob();
    // The newest is the last in the order of the shelf, by which the oldest are thrown away.
    await shelf.delete(url, { ignoreVary: true });
    await shelf.put(url, new Response(body, { status: answer.status, headers }));
  } catch {
    // Nothing is kept.
  }
}

/**
 * Fetches, and keeps a copy of a good answer; `kept` ends when that is done, and never fails.
 * @throws without a connection, as fetch does
 */
export async function fetchAndKeep(
  shelf: Cache,
  request: Request | string,
): Promise<{ answer: Response; kept: Promise<void> }> {
  const url = typeof request === 'string' ? request : request.url;
  const answer = await fetch(request);
  // A file that a later version does not have any more is answered with the document of all views.
  const isGood = answer.status === 200 && !isDocument(answer);
  return { answer, kept: isGood ? keepCopy(shelf, url, answer.clone()) : Promise.resolve() };
}

/** Whether this is the document of all views. */
export function isDocument(answer: Response): boolean {
  return /html/.test(answer.headers.get('content-type') ?? '');
}

/**
 * The fresh answer; the kept one where there is no connection, where it is too weak to wait for, and while the service
 * is out of order. A fresh one that comes late is still kept.
 */
export async function freshOrKept(fresh: Promise<Response>, kept: Response | undefined): Promise<Response> {
  if (!kept) return fresh;
  const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  const good = fresh.then((answer) => (answer.status < 500 ? answer : kept));
  return Promise.race([good.catch(() => kept), late]);
}
