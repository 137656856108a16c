/** Statements of sources about one entity, side by side, and where they contradict each other. */
import type { z } from '../../../worker/shapes/common.ts';
import type { Claim as ClaimShape } from '../../../worker/shapes/entities.ts';
import { dateBounds } from '../../../worker/domain/time/bounds.ts';

export type Claim = z.infer<typeof ClaimShape>;

export interface ClaimGroup {
  property: string;
  claims: Claim[];
  /** No two of them can be true at once. */
  conflict: boolean;
}

/** Claims by what they are about, in the order in which they come. */
export function groupClaims(claims: readonly Claim[]): ClaimGroup[] {
  return [...Map.groupBy(claims, (claim) => claim.property)].map(([property, group]) => ({
    property,
    claims: group,
    conflict: group.some((a, index) => group.slice(index + 1).some((b) => contradict(a, b))),
  }));
}

/**
 * Two dates contradict each other when no day lies in both: "July 1917" and "5 July 1917" agree, "5 July" and
 * "21 July" do not. Other statements contradict each other when they are not the same.
 */
function contradict(a: Claim, b: Claim): boolean {
  if (a.date && b.date) {
    const [first, second] = [boundsOf(a.date), boundsOf(b.date)];
    if (!first || !second) return false;
    return isBefore(first.latest, second.earliest) || isBefore(second.latest, first.earliest);
  }
  if (a.value !== undefined && b.value !== undefined) return a.value !== b.value;
  return false;
}

function boundsOf(date: NonNullable<Claim['date']>) {
  try {
    return dateBounds(date);
  } catch {
    return undefined;
  }
}

/** Open ends (null) are before and after everything, so they contradict nothing. Days of four-digit years compare as text. */
function isBefore(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a < b;
}
