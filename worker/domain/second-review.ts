/** Which accepted texts a second reviewer is asked about. */

/** One in so many, where the deployment does not say otherwise. */
const USUAL = 10;

/** The setting as it stands in the environment: a whole number, 0 for none. What is no such number is the usual. */
export function sampleSize(setting: string | undefined): number {
  const value = setting === undefined || setting.trim() === '' ? USUAL : Number(setting);
  return Number.isSafeInteger(value) && value >= 0 ? value : USUAL;
}

/**
 * Whether this text is in the sample of one in `every` (0: none). The id alone decides, so that nobody can choose
 * which of their decisions are looked at again, and asking again gives the same answer. FNV-1a of 32 bits.
 */
export function isSampled(revisionId: string, every: number): boolean {
  if (every === 0) return false;
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(revisionId)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 16)) >>> 0) % every === 0;
}
