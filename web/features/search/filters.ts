/** What a search asks for, between the address of the view, the form and the API. */
import type { CalendarName } from '../../../worker/domain/time/calendars.ts';

export const LAYERS = ['reviewed', 'transcribed', 'ocr'] as const;
export type SearchLayer = (typeof LAYERS)[number];

export const STATUSES = ['read', 'draft', 'submitted', 'accepted'] as const;
export const SORTS = ['relevance', 'date', '-date'] as const;
const CALENDARS: readonly CalendarName[] = ['gregorian', 'julian', 'hijri'];

export interface Filters {
  q: string;
  sort: (typeof SORTS)[number];
  layers: readonly SearchLayer[];
  /** As typed: a year, a month or a day, of the calendar. */
  from: string;
  to: string;
  calendar: CalendarName;
  publication: string;
  /** Entities that the page speaks of: all of them. */
  entities: readonly string[];
  place: string;
  stage: string;
  script: string;
  status: string;
  /** Only the script and spelling as typed. */
  literal: boolean;
  /** Other endings and other names too. */
  inflect: boolean;
  /** What may be misread too. */
  near: boolean;
}

export function readFilters(query: Record<string, string>): Filters {
  const wanted = (query['layer'] ?? '').split(',');
  const layers = LAYERS.filter((layer) => wanted.includes(layer));
  return {
    q: query['q'] ?? '',
    sort: oneOf(SORTS, query['sort']) ?? 'relevance',
    layers: layers.length > 0 ? layers : LAYERS,
    from: query['from'] ?? '',
    to: query['to'] ?? '',
    calendar: oneOf(CALENDARS, query['calendar']) ?? 'gregorian',
    publication: query['publication'] ?? '',
    entities: (query['entity'] ?? '').split(',').filter((id) => id !== ''),
    place: query['place'] ?? '',
    stage: query['stage'] ?? '',
    script: query['script'] ?? '',
    status: oneOf(STATUSES, query['status']) ?? '',
    literal: query['match'] === 'literal',
    inflect: query['inflect'] !== 'false',
    near: query['near'] !== 'false',
  };
}

/** The query of the view's address: only what differs from the default. */
export function filtersToQuery(filters: Filters): Record<string, string> {
  const all = {
    q: filters.q,
    sort: filters.sort === 'relevance' ? '' : filters.sort,
    layer: filters.layers.length === LAYERS.length ? '' : filters.layers.join(','),
    from: filters.from,
    to: filters.to,
    calendar: filters.calendar === 'gregorian' ? '' : filters.calendar,
    publication: filters.publication,
    entity: filters.entities.join(','),
    place: filters.place,
    stage: filters.stage,
    script: filters.script,
    status: filters.status,
    match: filters.literal ? 'literal' : '',
    inflect: filters.inflect ? '' : 'false',
    near: filters.near ? '' : 'false',
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** The same as the API takes it: its names are those of the address, its days have two digits. */
export function filtersToApi(filters: Filters): Record<string, string> {
  return filtersToQuery({
    ...filters,
    q: filters.q.trim(),
    from: dateOf(filters.from) ?? '',
    to: dateOf(filters.to) ?? '',
  });
}

/** Nothing narrowed: the words and the order stay. */
export function withoutFilters({ q, sort }: Filters): Filters {
  return { ...readFilters({}), q, sort };
}

/** How many things narrow the search. */
export function countFilters(filters: Filters): number {
  const { layers, from, to, publication, entities, place, stage, script, status } = filters;
  const single = [from || to, publication, place, stage, script, status].filter((value) => value !== '');
  const switches = [filters.literal, !filters.inflect, !filters.near].filter(Boolean);
  return single.length + entities.length + Number(layers.length < LAYERS.length) + switches.length;
}

/**
 * A typed date as EDTF: 1917, 1917-07 or 1917-07-05; months and days may have one digit. Undefined where it is
 * empty or none of these. Whether its calendar has that day is another question.
 */
export function dateOf(text: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim());
  if (!match) return undefined;
  return match
    .slice(1)
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** Whether there are words enough to search while one types: with one, each letter would be another search. */
export function isWorthTrying(words: string): boolean {
  return words.trim().split(/\s+/).length >= 2;
}

function oneOf<T extends string>(values: readonly T[], value: string | undefined): T | undefined {
  return values.find((one) => one === value);
}
