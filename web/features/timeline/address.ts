/** What the timeline shows, between its address and its settings. */
import { type AxisStyle, FIRST_YEAR, LAST_YEAR } from './picture/axis.ts';
import type { Scale } from './picture/draw-corpus.ts';

export interface Shown {
  publication: string;
  entity: string;
  firstYear: number;
  lastYear: number;
  scale: Scale;
  style: AxisStyle;
  /** The key of what is chosen, such as `stage:<id>`; empty for nothing. */
  chosen: string;
}

/** Reads an address; what it does not say, or says wrongly, is the whole period in new style. */
export function readShown(query: Record<string, string>): Shown {
  const [first, last] = [yearOf(query['from'], FIRST_YEAR), yearOf(query['to'], LAST_YEAR)];
  return {
    publication: query['publication'] ?? '',
    entity: query['entity'] ?? '',
    firstYear: Math.min(first, last),
    lastYear: Math.max(first, last),
    scale: query['scale'] === 'log' ? 'log' : 'linear',
    style: query['style'] === 'julian' ? 'julian' : 'gregorian',
    chosen: query['chosen'] ?? '',
  };
}

/** The query of an address: only what differs from the default. */
export function shownToQuery(shown: Shown): Record<string, string> {
  const all = {
    publication: shown.publication,
    entity: shown.entity,
    from: shown.firstYear === FIRST_YEAR ? '' : String(shown.firstYear),
    to: shown.lastYear === LAST_YEAR ? '' : String(shown.lastYear),
    scale: shown.scale === 'log' ? 'log' : '',
    style: shown.style === 'julian' ? 'julian' : '',
    chosen: shown.chosen,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function yearOf(text: string | undefined, otherwise: number): number {
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : otherwise;
  return Math.min(LAST_YEAR, Math.max(FIRST_YEAR, year));
}
