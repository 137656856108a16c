/** RFC 9457 problem documents: one closed list of types, one class to throw, one writer. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every problem the API can answer with: its status and the title people read. The key ends its `type`. */
export const PROBLEMS = {
  'invalid-request': [422, 'Some fields are not as they should be'],
  'malformed-body': [400, 'The body could not be read'],
  'invalid-cursor': [400, 'The cursor is not one that this list gave out'],
  'invalid-query': [400, 'The search query could not be read'],
  'unsupported-media-type': [415, 'This kind of body is not taken here'],
  'not-signed-in': [401, 'Sign in or send an API key'],
  'invalid-email-or-password': [401, 'The e-mail address or the password is wrong'],
  'invalid-email': [422, 'This is not an e-mail address'],
  'password-too-short': [422, 'The password is too short: at least 10 characters'],
  'password-too-long': [422, 'The password is too long: at most 128 characters'],
  'user-already-exists': [422, 'There is an account with this e-mail address already'],
  'not-allowed': [403, 'Your role does not allow this'],
  'own-work': [403, 'Nobody reviews their own work'],
  'foreign-origin': [403, 'A signed-in request must come from this site'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'This method is not taken here'],
  'already-decided': [409, 'This was decided before'],
  'not-submitted': [409, 'This revision was not handed in for review'],
  superseded: [409, 'A newer revision exists'],
  'text-changed': [409, 'The text is no longer what the tag quotes'],
  'already-exists': [409, 'There is one already'],
  merged: [409, 'This record has been merged into another'],
  'idempotency-mismatch': [422, 'This Idempotency-Key was used for another request'],
  'stale-save': [412, 'Somebody saved first'],
  'precondition-failed': [412, 'It has changed since you read it'],
  'precondition-required': [428, 'Say which version you have read (If-Match)'],
  'body-too-large': [413, 'The body is too large'],
  'empty-file': [422, 'The file is empty'],
  'unsupported-type': [415, 'This kind of file cannot be read'],
  'damaged-image': [422, 'The image is damaged or incomplete'],
  'too-many-pixels': [413, 'The image has too many pixels'],
  'too-many-requests': [429, 'Too many requests in a short time'],
  'ocr-failed': [422, 'The page could not be read'],
  unavailable: [503, 'The service cannot answer just now; try again shortly'],
  internal: [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemType = keyof typeof PROBLEMS;

export interface FieldError {
  path: (string | number)[];
  code: string;
  message: string;
}

const BASE = 'https://qalam.dev/problems/';

/** Thrown anywhere in a handler; `app.onError` writes it out. `extra` becomes members of the document. */
export class ProblemError extends Error {
  readonly type: ProblemType;
  readonly detail: string | undefined;
  readonly extra: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    type: ProblemType,
    detail?: string,
    options: {
      errors?: FieldError[];
      extra?: Record<string, unknown>;
      headers?: Record<string, string>;
      cause?: unknown;
    } = {},
  ) {
    super(
      `${type}: ${detail ?? PROBLEMS[type][1]}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.type = type;
    this.detail = detail;
    this.extra = { ...(options.errors ? { errors: options.errors } : {}), ...options.extra };
    this.headers = options.headers ?? {};
  }
}

/** The document itself: `type`, `title`, `status`, `detail?` and what the type adds. */
export function problemDocument(type: ProblemType, detail?: string, extra: Record<string, unknown> = {}) {
  const [status, title] = PROBLEMS[type];
  return { type: BASE + type, title, status, ...(detail ? { detail } : {}), ...extra };
}

/** Writes a problem as `application/problem+json`. */
export function problemResponse(c: Context, error: ProblemError): Response {
  const document = problemDocument(error.type, error.detail, {
    instance: new URL(c.req.url).pathname,
    ...error.extra,
  });
  return c.body(JSON.stringify(document), document.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...error.headers,
  });
}
