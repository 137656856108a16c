/** Whether a rule of the gazetteer can be trusted, as far as reviewers have said. */
import type { RuleRecord } from '../../../../worker/shapes/tags.ts';

/** Fewer decisions than this say nothing about a rule. */
const ENOUGH = 20;

export type Rating = 'none' | 'few' | 'bad' | 'good';

export function rate({ approved, rejected, approvalRate }: RuleRecord): Rating {
  if (approvalRate === null) return 'none';
  if (approved + rejected < ENOUGH) return 'few';
  return approvalRate < 0.5 ? 'bad' : 'good';
}
