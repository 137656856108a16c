/** One part of a concordance, and where the next begins. */
import type { Database } from '../db/client.ts';
import { decodeCursor, encodeCursor } from '../http/paging.ts';
import { type Keyword, findKeywords } from '../search/concordance.ts';
import type { Position, SearchRow } from '../search/run-search.ts';
import { type Asked, askIndex } from './ask-index.ts';
import type { Searched } from './coverage.ts';
import type { SearchParameters } from './search-parameters.ts';

/** Pages whose keywords are put in order by the words around them: their texts are all read for it. */
const MOST_SORTED = 500;
/** So many letters of the words around decide; a cursor has to hold them. */
const LONGEST_KEY = 24;

export interface FoundKeyword {
  row: SearchRow;
  keyword: Keyword;
}

interface Part extends Searched {
  keywords: FoundKeyword[];
  next: string | null;
  /** How many pages were put in order; null where the order is that of the pages. */
  sortedPages: number | null;
}

type ByPage = 'page' | 'date';
type Around = 'left' | 'right';

interface PartOf<Order> {
  sort: Order;
  cursor: string | undefined;
  /** Words of context. */
  width: number;
  limit: number;
}

export const isByPage = (sort: ByPage | Around): sort is ByPage => sort === 'page' || sort === 'date';

/** Page by page, as search orders the pages; a part may end in the middle of a page. */
export async function readByPage(
  db: Database,
  parameters: SearchParameters,
  { sort, cursor, width, limit }: PartOf<ByPage>,
): Promise<Part> {
  const list = listOf(sort);
  const { place, skip } = readPlace(sort, cursor);
  // Every page has a keyword at least.
  const found = await askIndex(db, parameters, {
    sort: sort === 'page' ? 'relevance' : 'date',
    place,
    limit: limit + 1,
  });
  const shown: FoundKeyword[] = [];
  let next: string | null = null;
  let position = place?.position ?? BEFORE_ALL[sort];
  for (const [index, row] of found.rows.entries()) {
    const done = index === 0 ? skip : 0;
    const own = findKeywords(row.lines, found.query, width).slice(done);
    const room = limit - shown.length;
    shown.push(...own.slice(0, room).map((keyword) => ({ row, keyword })));
    if (own.length > room) {
      next = encodeCursor(list, [...position, Number(found.weigh), done + room]);
      break;
    }
    position = row.position;
  }
  // Rows without keywords: a page changed between two statements.
  if (next === null && found.rows.length > limit)
    next = encodeCursor(list, [...position, Number(found.weigh), 0]);
  return { ...found, keywords: shown, next, sortedPages: null };
}

const listOf = (sort: string) => `concordance ${sort}`;

const BEFORE_ALL: Record<ByPage, Position> = { page: [-1, 0, 0], date: ['', 0, 0] };

/** After which page the list goes on, and how many keywords of the next one were shown. */
function readPlace(sort: ByPage, cursor: string | undefined): { place: Asked['place']; skip: number } {
  const [first, second, row, weigh, skip = 0] =
    (sort === 'page'
      ? decodeCursor(listOf(sort), cursor, 'number', 'number', 'integer', 'integer', 'integer')
      : decodeCursor(listOf(sort), cursor, 'text', 'number', 'integer', 'integer', 'integer')) ?? [];
  if (first === undefined || second === undefined || row === undefined) return { place: undefined, skip };
  return { place: { position: [first, second, row], weigh: weigh === 1 }, skip };
}

/** All keywords of the first pages by relevance, in the order of the words before or after. */
export async function readSorted(
  db: Database,
  parameters: SearchParameters,
  { sort, cursor, width, limit }: PartOf<Around>,
): Promise<Part> {
  const after = decodeCursor(listOf(sort), cursor, 'text', 'integer', 'integer');
  const found = await askIndex(db, parameters, { sort: 'relevance', limit: MOST_SORTED });
  const places = found.rows.flatMap((row) =>
    findKeywords(row.lines, found.query, width).map((keyword, index) => ({
      row,
      keyword,
      place: placeOf(sort === 'left' ? keyword.before : keyword.after, row.position[2], index),
    })),
  );
  places.sort((a, b) => compare(a.place, b.place));
  const rest = after ? places.filter(({ place }) => compare(place, after) > 0) : places;
  const last = rest[limit - 1];
  return {
    ...found,
    keywords: rest.slice(0, limit),
    next: rest.length > limit && last ? encodeCursor(listOf(sort), last.place) : null,
    sortedPages: found.rows.length,
  };
}

type Place = [around: string, rowid: number, index: number];

/** Keys are letters and digits, mostly of the Latin alphabet; a cursor has ASCII only. */
const placeOf = (around: string, rowid: number, index: number): Place => [
  encodeURIComponent(Array.from(around).slice(0, LONGEST_KEY).join('')),
  rowid,
  index,
];

function compare(a: Place, b: Place): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] - b[1] || a[2] - b[2];
}
