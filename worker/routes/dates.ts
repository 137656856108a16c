/** Dates in requests: understood, or refused with the place where they stop making sense. */
import { dateBounds } from '../domain/time/bounds.ts';
import { EdtfError } from '../domain/time/edtf.ts';
import { ProblemError } from '../http/problem.ts';
import type { HistoricalDate } from '../shapes/common.ts';

/**
 * The Gregorian days within which a date lies.
 * @throws ProblemError `invalid-request` where its EDTF is malformed or no such day exists in its calendar.
 */
export function requireBounds(date: Pick<HistoricalDate, 'calendar' | 'edtf'>, path: (string | number)[]) {
  try {
    return dateBounds(date);
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    throw new ProblemError('invalid-request', error.message, {
      errors: [{ path: [...path, 'edtf'], code: 'edtf', message: error.message }],
    });
  }
}

/**
 * Checks dates that are kept as EDTF alone, in Gregorian days: a run, a life, a relation.
 * @throws ProblemError `invalid-request` with the path of the first that is malformed
 */
export function requireEdtf(
  dates: { from?: string | undefined; to?: string | undefined } | undefined,
  path: (string | number)[],
): void {
  for (const end of ['from', 'to'] as const) {
    const edtf = dates?.[end];
    if (edtf === undefined) continue;
    try {
      dateBounds({ calendar: 'gregorian', edtf });
    } catch (error) {
      if (!(error instanceof EdtfError)) throw error;
      throw new ProblemError('invalid-request', error.message, {
        errors: [{ path: [...path, end], code: 'edtf', message: error.message }],
      });
    }
  }
}
