/** Small things that all routes share. */
import type { Hook } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { type FieldError, ProblemError } from '../http/problem.ts';
import { Id } from '../shapes/common.ts';

/** Milliseconds UTC as ISO 8601. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** An object without its null and undefined members: absent is absent in JSON. */
export function present<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== null && member !== undefined),
  ) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

/** The id in a path that no schema has looked at. @throws ProblemError `not-found` */
export function requireId(id: string): string {
  if (!Id.safeParse(id).success) throw new ProblemError('not-found', 'No record has this id.');
  return id;
}

/** The fields of a change that were sent, null included: what was not sent stays as it was. */
export function sentOf<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** What a request that does not fit its schema is answered: every failing field, by path. */
// oxlint-disable-next-line typescript/no-explicit-any -- hono types the hook by the route it belongs to
export const defaultHook: Hook<any, AppEnv, any, any> = (result) => {
  if (result.success) return;
  // What can be no id is the id of nothing.
  if (result.target === 'param') throw new ProblemError('not-found', 'No record has this id.');
  const errors: FieldError[] = result.error.issues.map((issue) => ({
    path: [
      result.target === 'json' ? '' : result.target,
      ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    ].filter((part) => part !== ''),
    code: issue.code,
    message: issue.message,
  }));
  throw new ProblemError(
    'invalid-request',
    errors
      .map((error) => `${error.path.join('.')}: ${error.message}`)
      .slice(0, 3)
      .join('; '),
    { errors },
  );
};
