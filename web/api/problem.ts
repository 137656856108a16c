/** What went wrong with a request, as the API's problem document says it (RFC 9457). */
import type { Problem } from '../../worker/shapes/common.ts';

export type FieldProblem = NonNullable<Problem['errors']>[number];

/**
 * Thrown by everything in web/api.
 * `type` is the last part of the problem's type URL (`stale-save`), or one of the client's own: `offline`, `aborted`, `unreadable-answer`.
 */
export class ApiProblem extends Error {
  readonly type: string;
  /** 0 where no answer came. */
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldProblem[];
  /** The whole document: a conflict carries `current` and `yours`. */
  readonly body: Record<string, unknown>;

  constructor(type: string, status: number, title: string, body: Record<string, unknown> = {}) {
    super(title);
    this.name = 'ApiProblem';
    this.type = type;
    this.status = status;
    this.title = title;
    this.detail = typeof body['detail'] === 'string' ? body['detail'] : undefined;
    this.errors = Array.isArray(body['errors']) ? (body['errors'] as FieldProblem[]) : [];
    this.body = body;
  }

  get offline(): boolean {
    return this.type === 'offline';
  }

  get aborted(): boolean {
    return this.type === 'aborted';
  }

  /** The message on a field, such as `fieldError('date', 'edtf')` or `fieldError('lines', 3, 'text')`. */
  fieldError(...path: (string | number)[]): string | undefined {
    return this.errors.find((error) => error.path.join('.') === path.join('.'))?.message;
  }
}

/** The problem in an answer that is not 2xx; `text` is its body. Also reads better-auth's `{code, message}`. */
export function readProblem(status: number, text: string): ApiProblem {
  let body: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) body = parsed as Record<string, unknown>;
  } catch {
    // Not JSON: something between us and the service answered. The status says the most.
  }
  const type = typeof body['type'] === 'string' ? lastPart(body['type']) : typeOfCode(body['code'], status);
  const title =
    [body['title'], body['message']].find((text): text is string => typeof text === 'string') ??
    `HTTP ${status}`;
  return new ApiProblem(type, status, title, body);
}

function lastPart(type: string): string {
  return type.split('/').at(-1) ?? type;
}

/** better-auth says `USER_ALREADY_EXISTS`; ours would be `user-already-exists`. */
function typeOfCode(code: unknown, status: number): string {
  if (typeof code === 'string') return code.toLowerCase().replaceAll('_', '-');
  if (status === 429) return 'too-many-requests';
  return status >= 500 ? 'unavailable' : 'unknown';
}

/** Anything thrown, as an ApiProblem. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof DOMException && error.name === 'AbortError')
    return new ApiProblem('aborted', 0, 'Aborted');
  // fetch() rejects with TypeError when no answer came; anything else is a fault of ours and must be seen.
  if (error instanceof TypeError)
    return new ApiProblem('offline', 0, 'No connection', { cause: String(error) });
  throw error;
}
