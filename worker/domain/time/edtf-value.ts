/** What an EDTF string says, before any calendar is asked which days that means. */

export interface EdtfDate {
  kind: 'date';
  /** Four digits, or X where a digit is not known: `1917`, `191X`. */
  year: string;
  /** Two digits or X: `07`, `XX`, `1X`. Absent when only the year, or a season, is stated. */
  month?: string;
  day?: string;
  /** 21 spring, 22 summer, 23 autumn, 24 winter. */
  season?: Season;
  /** `?`: the source or the reading is doubted. */
  uncertain: boolean;
  /** `~`: about then. */
  approximate: boolean;
}

export type Season = 21 | 22 | 23 | 24;

/** `..`: goes on; nothing: there was an end, nobody knows when. */
export type EdtfEnd = EdtfDate | { kind: 'open' } | { kind: 'unknown' };

export interface EdtfInterval {
  kind: 'interval';
  from: EdtfEnd;
  to: EdtfEnd;
}

export type EdtfValue = EdtfDate | EdtfInterval;
