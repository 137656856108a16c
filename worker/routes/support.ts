/** Small things that all routes share. */
import type { Hook } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { type FieldError, ProblemError } from '../http/problem.ts';

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

/** What a request that does not fit its schema is answered: every failing field, by path. */
// oxlint-disable-next-line typescript/no-explicit-any -- hono types the hook by the route it belongs to
export const defaultHook: Hook<any, AppEnv, any, any> = (result) => {
  if (result.success) return;
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
