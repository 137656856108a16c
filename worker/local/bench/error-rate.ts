import { comparable, countErrors } from '../../domain/text/count-errors.ts';

/** Character error rate: edits (insert, delete, replace) per character of the reference. */
export function characterErrorRate(reference: string, read: string): number {
  const wanted = comparable(reference);
  return countErrors(comparable(read), wanted) / Math.max(1, Array.from(wanted).length);
}
