/** Which dated statements cannot both hold. */

export interface DatedClaim {
  id: string;
  /** Such as `date`, `founded`. */
  property: string;
  /** Gregorian days, `YYYY-MM-DD`; null where the date is open on that side, both null without a date. */
  earliest: string | null;
  latest: string | null;
  /** In which the date was stated: days of the Hijri calendar may be off by two. */
  calendar?: string | undefined;
}

/** The Hijri month began when the moon was seen, the reckoned one may begin a day or two beside it. */
const HIJRI_TOLERANCE = 2;
const DAY = 24 * 60 * 60_000;

/**
 * For each claim the others of the same property whose days do not meet its own. Claims on one record only: what
 * is said of another is another matter. A date that is vaguer than the other ("1917" and "5 July 1917") meets it.
 */
export function findDateConflicts<T extends DatedClaim>(claims: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  const add = (claim: T, other: T) => found.set(claim.id, [...(found.get(claim.id) ?? []), other]);
  for (const [index, claim] of claims.entries()) {
    for (const other of claims.slice(index + 1)) {
      if (claim.property !== other.property || meet(claim, other)) continue;
      add(claim, other);
      add(other, claim);
    }
  }
  return found;
}

function meet(a: DatedClaim, b: DatedClaim): boolean {
  const tolerance = a.calendar === 'hijri' || b.calendar === 'hijri' ? HIJRI_TOLERANCE : 0;
  return daysFrom(a.latest, b.earliest) <= tolerance && daysFrom(b.latest, a.earliest) <= tolerance;
}

/** Days from the end of one to the beginning of another; negative or zero where they meet. */
function daysFrom(end: string | null, begin: string | null): number {
  if (end === null || begin === null) return 0;
  return (Date.parse(begin) - Date.parse(end)) / DAY;
}
