/** What a search asks for, between the address of the view, the form and the API. */
export const LAYERS = ['reviewed', 'transcribed', 'ocr'] as const;
export type SearchLayer = (typeof LAYERS)[number];

export interface Filters {
  q: string;
  layers: readonly SearchLayer[];
  /** As typed: a year, a month or a day, of the Gregorian calendar. */
  from: string;
  to: string;
  publication: string;
  literal: boolean;
}

export function readFilters(query: Record<string, string>): Filters {
  const wanted = (query['layer'] ?? '').split(',');
  const layers = LAYERS.filter((layer) => wanted.includes(layer));
  return {
    q: query['q'] ?? '',
    layers: layers.length > 0 ? layers : LAYERS,
    from: query['from'] ?? '',
    to: query['to'] ?? '',
    publication: query['publication'] ?? '',
    literal: query['match'] === 'literal',
  };
}

/** The query of the view's address: only what differs from the default. */
export function filtersToQuery(filters: Filters): Record<string, string> {
  const all = {
    q: filters.q,
    layer: filters.layers.length === LAYERS.length ? '' : filters.layers.join(','),
    from: filters.from,
    to: filters.to,
    publication: filters.publication,
    match: filters.literal ? 'literal' : '',
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/**
 * The first or last day that a typed date means: `1917` from is 1917-01-01, to is 1917-12-31.
 * Undefined where it is empty or no date.
 */
export function dayOf(text: string, end: 'from' | 'to'): string | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim());
  if (!match?.[1]) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? (end === 'from' ? 1 : 12) : Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = match[3] === undefined ? (end === 'from' ? 1 : last) : Number(match[3]);
  if (day < 1 || day > last) return undefined;
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether a date field holds something that is no date. */
export function isWrongDate(text: string): boolean {
  return text.trim() !== '' && dayOf(text, 'from') === undefined;
}
