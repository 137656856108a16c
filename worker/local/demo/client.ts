/** A small client of the REST API, as a program of a user's would have. */

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** An answer that was not expected; the message is what the service said. */
export class UnexpectedAnswer extends Error {}

export type Call = <T>(method: string, path: string, options?: CallOptions) => Promise<Answer<T>>;

export interface CallOptions {
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
  /** The status that means success; otherwise any below 400. */
  expect?: number;
}

/** A function that calls the API with this key. */
export function createClient(url: string, key: string): Call {
  return async <T>(method: string, path: string, { json, form, headers, expect }: CallOptions = {}) => {
    const response = await fetch(`${url}${path.startsWith('/api') ? path : `/api/v1${path}`}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: form ?? (json === undefined ? null : JSON.stringify(json)),
    });
    const text = await response.text();
    const body = (text === '' ? null : JSON.parse(text)) as T;
    if (expect === undefined ? !response.ok : response.status !== expect) {
      const { title, detail } = (body ?? {}) as { title?: string; detail?: string };
      throw new UnexpectedAnswer(`${method} ${path}: ${response.status} ${title ?? ''} ${detail ?? ''}`);
    }
    return { status: response.status, body, headers: response.headers };
  };
}
