/** No text enters the database that would not come out of it again as it was, or that could deceive a reader. */
import { checkText } from '../domain/text/check-text.ts';
import { type FieldError, ProblemError } from '../http/problem.ts';

/**
 * Checks every string in a body, keys included.
 * @throws ProblemError `invalid-request` with the path of each text that cannot be kept.
 */
export function requireCleanText(body: unknown): void {
  const errors = [...findTextErrors(body, [])];
  if (errors.length > 0) throw new ProblemError('invalid-request', errors[0]?.message, { errors });
}

function* findTextErrors(value: unknown, path: (string | number)[]): Generator<FieldError> {
  if (typeof value === 'string') {
    for (const problem of checkText(value, { multiline: true })) {
      yield { path, code: problem.code, message: problem.message };
    }
  } else if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) yield* findTextErrors(member, [...path, index]);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      yield* findTextErrors(key, path);
      yield* findTextErrors(member, [...path, key]);
    }
  }
}
