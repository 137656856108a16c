/** Requests to the Worker as its clients send them, for tests in workerd. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env as bindings } from 'cloudflare:workers';
import { app } from '../app.ts';
import type { Env } from '../env.ts';

/** The bindings, with queues that deliver nothing: tests give the Worker the messages they want it to have. */
export const env: Env = {
  ...(bindings as unknown as Env),
  // Of the test file that is running: files share this module, each has its own database.
  get LIBSQL_URL() {
    return (bindings as unknown as Env).LIBSQL_URL;
  },
  OCR_QUEUE: { send: async () => {} } as unknown as Env['OCR_QUEUE'],
  TEXT_QUEUE: { send: async () => {}, sendBatch: async () => {} } as unknown as Env['TEXT_QUEUE'],
};

/** The site of the tests: PUBLIC_URL in vitest.config.ts. */
export const SITE = 'http://qalam.test';

export interface Sent {
  /** Who sends it: an account of `accounts.ts`, or nobody. */
  as?: { key: string } | undefined;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, with the content type among the headers. */
  body?: BodyInit;
  headers?: Record<string, string>;
  /** Bindings that differ from those of all tests. */
  env?: Partial<Env>;
}

export interface Answer<T> {
  status: number;
  headers: Headers;
  /** The JSON of the body; the text where it is none. */
  body: T;
}

/** A problem document, as far as tests look at it. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { path: (string | number)[]; code: string; message: string }[];
}

/** Sends a request and answers the response itself, its body unread. */
export async function send(method: string, path: string, sent: Sent = {}): Promise<Response> {
  const headers = new Headers(sent.headers);
  if (sent.as) headers.set('authorization', `Bearer ${sent.as.key}`);
  if (sent.json !== undefined) headers.set('content-type', 'application/json');
  const body = sent.json === undefined ? sent.body : JSON.stringify(sent.json);
  const request = new Request(new URL(path, SITE), {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const context = createExecutionContext();
  const response = await app.fetch(request, { ...env, ...sent.env }, context);
  await waitOnExecutionContext(context);
  return response;
}

/** Sends a request and reads the answer. Paths are below /api/v1 unless they begin with /api, /docs or /health. */
export async function call<T = ProblemBody>(
  method: string,
  path: string,
  sent: Sent = {},
): Promise<Answer<T>> {
  const response = await send(method, fullPath(path), sent);
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
}

/** As `call`, but fails the test where the answer is not this status. */
export async function expectStatus<T>(
  status: number,
  method: string,
  path: string,
  sent: Sent = {},
): Promise<Answer<T>> {
  const answer = await call<T>(method, path, sent);
  if (answer.status !== status) {
    throw new Error(
      `${method} ${path}: ${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`,
    );
  }
  return answer;
}

/** The last part of a problem's type, such as `not-found`. */
export function typeOf(answer: Answer<unknown>): string {
  return String((answer.body as Partial<ProblemBody>).type).replace('https://qalam.dev/problems/', '');
}

export function fullPath(path: string): string {
  return /^\/(api|docs|health)\b/.test(path) ? path : `/api/v1${path}`;
}
