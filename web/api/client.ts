/**
 * The only place that talks to the service. Paths are below /api/v1 unless they begin with /api/.
 *
 * @example
 * const { data: page } = await get<Page>(`/pages/${id}`);
 * const { data, etag } = await get<Transcription>(`/pages/${id}/transcription`);
 * await put<Revision>(`/pages/${id}/transcription`, { lines }, { ifMatch: etag });
 */
import { takeAhead } from './ahead.ts';
import { ApiProblem, readProblem, toProblem } from './problem.ts';

export { ApiProblem, toProblem } from './problem.ts';

/** In an answer that was kept on this device (web/offline/shelf.ts): when it was given, as ISO 8601 UTC. */
export const KEPT_AT = 'x-qalam-kept';

export interface Answer<T> {
  data: T;
  status: number;
  /** For If-Match; null where the answer has none. */
  etag: string | null;
  headers: Headers;
}

export interface Options {
  query?: Record<string, string | number | boolean | undefined | null>;
  signal?: AbortSignal;
  ifMatch?: string | null;
  /** Makes a repeated write harmless; `newKey()` gives one, to be kept for the repetition. */
  idempotencyKey?: string;
}

export const get = <T>(path: string, options?: Options) =>
  (options?.query ? undefined : takeAhead<T>(path)) ?? request<T>('GET', path, undefined, options);
export const post = <T>(path: string, body?: unknown, options?: Options) =>
  request<T>('POST', path, body, options);
export const put = <T>(path: string, body: unknown, options?: Options) =>
  request<T>('PUT', path, body, options);
export const patch = <T>(path: string, body: unknown, options?: Options) =>
  request<T>('PATCH', path, body, options);
export const remove = <T = void>(path: string, options?: Options) =>
  request<T>('DELETE', path, undefined, options);

/** A fresh Idempotency-Key. `crypto.randomUUID` exists only on https and localhost, so it is not used. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The address of a resource: `urlOf('/search', { q: 'алаш' })`. Undefined, null and empty values are left out. */
export function urlOf(path: string, query: Options['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const base = path.startsWith('/api/') ? path : `/api/v1${path}`;
  if (search.size === 0) return base;
  return `${base}${base.includes('?') ? '&' : '?'}${search.toString()}`;
}

async function request<T>(
  method: string,
  path: string,
  body: unknown,
  options: Options = {},
): Promise<Answer<T>> {
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (options.ifMatch) headers.set('if-match', options.ifMatch);
  if (options.idempotencyKey) headers.set('idempotency-key', options.idempotencyKey);
  try {
    const response = await fetch(urlOf(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    return readAnswer<T>(response.status, response.headers, await response.text());
  } catch (error) {
    throw toProblem(error);
  }
}

function readAnswer<T>(status: number, headers: Headers, text: string): Answer<T> {
  if (status < 200 || status > 299) throw readProblem(status, text);
  try {
    return {
      data: (text === '' ? undefined : JSON.parse(text)) as T,
      status,
      etag: headers.get('etag'),
      headers,
    };
  } catch {
    throw new ApiProblem('unreadable-answer', status, 'The answer could not be read');
  }
}

/**
 * Sends a form with progress from 0 to 1, which fetch() cannot tell.
 * @throws ApiProblem as everything here; `aborted` when the signal says so.
 */
export function upload<T>(
  path: string,
  form: FormData,
  options: Options & { onProgress?: (fraction: number) => void } = {},
): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', urlOf(path, options.query));
    xhr.setRequestHeader('accept', 'application/json');
    if (options.idempotencyKey) xhr.setRequestHeader('idempotency-key', options.idempotencyKey);
    xhr.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    });
    xhr.addEventListener('error', () => reject(new ApiProblem('offline', 0, 'No connection')));
    xhr.addEventListener('abort', () => reject(new ApiProblem('aborted', 0, 'Aborted')));
    xhr.addEventListener('load', () => {
      try {
        const headers = new Headers({ etag: xhr.getResponseHeader('etag') ?? '' });
        resolve(readAnswer<T>(xhr.status, headers, xhr.responseText));
      } catch (error) {
        reject(toProblem(error));
      }
    });
    if (options.signal?.aborted) {
      reject(new ApiProblem('aborted', 0, 'Aborted'));
      return;
    }
    options.signal?.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.send(form);
  });
}
