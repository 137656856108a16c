/**
 * Reading before anybody asks: the address says what a view will read, and its code need not be there for that. The
 * first who asks for the path gets this answer.
 */
import type { Answer } from './client.ts';

type Read = (path: string) => Promise<Answer<unknown>>;

const begun = new Map<string, Promise<Answer<unknown>>>();
/** Nobody gets an answer that is older. */
const STALE_MS = 5000;
const PAGE = /^\/pages\/[\w-]+$/;

/** Begins to read what the view at this address needs. */
export function readAhead(address: string, read: Read): void {
  if (!PAGE.test(address)) return;
  for (const path of [address, `${address}/transcription`]) {
    const answer = read(path);
    begun.set(path, answer);
    // Who asks gets the failure; where nobody does, it is none.
    answer.catch(() => undefined);
    setTimeout(() => begun.delete(path), STALE_MS);
  }
}

/** The answer that was begun for this path, once. */
export function takeAhead<T>(path: string): Promise<Answer<T>> | undefined {
  const answer = begun.get(path);
  begun.delete(path);
  return answer as Promise<Answer<T>> | undefined;
}
