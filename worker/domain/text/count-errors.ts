/**
 * In how many characters two long texts differ (Levenshtein), for the error rate of readings. Bit-parallel
 * (Myers, JACM 46, 1999; blocks after Hyyrö, 2003) within a band around the diagonal that is widened until the
 * result lies in it (Ukkonen, 1985): a page that was read fairly well takes a few milliseconds.
 */

/** Bits that are computed at once. */
const BITS = 32;
const FIRST_BAND = 64;

/** Text for comparison: NFC, white space collapsed. */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Letters to insert, delete or replace, in code points, that make one text the other. */
export function countErrors(read: string, wanted: string): number {
  const [a, b] = withoutSameEnds(Array.from(read), Array.from(wanted));
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const places = placesOf(a);
  for (let band = FIRST_BAND; ; band *= 2) {
    const errors = withinBand(places, a.length, b, band);
    // What lies in the band is exact; all else is farther off than the band is wide.
    if (errors <= band || band >= Math.max(a.length, b.length)) return errors;
  }
}

function withoutSameEnds(a: string[], b: string[]): [string[], string[]] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** For each letter the places where it stands, as bits. */
function placesOf(letters: readonly string[]): Map<string, Uint32Array> {
  const blocks = Math.ceil(letters.length / BITS);
  const places = new Map<string, Uint32Array>();
  for (const [index, letter] of letters.entries()) {
    let bits = places.get(letter);
    if (!bits) places.set(letter, (bits = new Uint32Array(blocks)));
    bits[Math.floor(index / BITS)]! |= 1 << (index % BITS);
  }
  return places;
}

function withinBand(
  places: ReadonlyMap<string, Uint32Array>,
  length: number,
  b: readonly string[],
  band: number,
): number {
  const blocks = Math.ceil(length / BITS);
  const none = new Uint32Array(blocks);
  // Vertical differences of the column: where it goes up by one, and where down.
  const up = new Int32Array(blocks).fill(-1);
  const down = new Int32Array(blocks);
  const lastBit = (block: number) => (block === blocks - 1 ? (length - 1) % BITS : BITS - 1);
  let bottom = Math.min(blocks - 1, Math.floor(band / BITS));
  let score = bottom * BITS + lastBit(bottom) + 1;
  for (const [column, letter] of b.entries()) {
    const equal = places.get(letter) ?? none;
    const wantedBottom = Math.min(blocks - 1, Math.floor((column + band) / BITS));
    // Below the band nothing is known but that it cannot be farther than a letter a row.
    while (bottom < wantedBottom) score += lastBit(++bottom) + 1;
    const top = Math.max(0, Math.min(bottom, Math.floor((column - band) / BITS)));
    let carry = 1;
    for (let block = top; block <= bottom; block++) {
      const eq = equal[block]! | 0;
      const pv = up[block]!;
      const mv = down[block]!;
      const xv = eq | mv;
      const eqIn = carry < 0 ? eq | 1 : eq;
      const xh = ((((eqIn & pv) + pv) | 0) ^ pv) | eqIn;
      let ph = mv | ~(xh | pv);
      let mh = pv & xh;
      const bit = 1 << lastBit(block);
      const out = (ph & bit) !== 0 ? 1 : (mh & bit) !== 0 ? -1 : 0;
      ph <<= 1;
      mh <<= 1;
      if (carry < 0) mh |= 1;
      else if (carry > 0) ph |= 1;
      up[block] = mh | ~(xv | ph);
      down[block] = ph & xv;
      carry = out;
    }
    score += carry;
  }
  return score;
}
