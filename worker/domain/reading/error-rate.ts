/** What was counted when accepted texts were compared with the raw readings of their pages. */
export interface MeasuredErrors {
  pages: number;
  /** of the accepted texts */
  characters: number;
  /** letters to insert, delete or replace that would have made the readings the texts */
  errors: number;
}

/** A handful of pages says little of the next one: their paper, type and columns are too much alike. */
const ENOUGH_PAGES = 5;
/** About two newspaper columns; below, one badly read heading moves the rate. */
const ENOUGH_CHARACTERS = 10_000;

/** Whether a rate from so much can be relied on, or only gives a first idea. */
export function isEnoughMeasured({ pages, characters }: MeasuredErrors): boolean {
  return pages >= ENOUGH_PAGES && characters >= ENOUGH_CHARACTERS;
}

/** Share of characters that were read wrongly, to four places; null where nothing was measured. */
export function errorRateOf({ characters, errors }: MeasuredErrors): number | null {
  return characters === 0 ? null : Math.round((10_000 * errors) / characters) / 10_000;
}
