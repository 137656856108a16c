/** What every operation that searches does: read the query, widen it, run it, and say what was searched. */
import type { Database } from '../db/client.ts';
import { expandQuery, mostPages } from '../search/expand-query.ts';
import type { ExpandedQuery } from '../search/expression.ts';
import { type Position, type SearchResult, type Sort, runSearch } from '../search/run-search.ts';
import type { Facet } from '../shapes/search.ts';
import { type Searched, toSearched } from './coverage.ts';
import { type SearchParameters, readQuery, toFilter } from './search-parameters.ts';

/** Where a word stands on more pages than this, weighing them all takes long and tells nothing. */
const MOST_WEIGHED = 20_000;

export interface Asked {
  sort: Sort;
  /** Where the list goes on; `weigh` as it was when the list began, whatever was indexed in between. */
  place?: { position: Position; weigh: boolean } | undefined;
  /** One more than are shown tells whether there is more. */
  limit: number;
  facets?: readonly Facet[];
}

interface Found extends Pick<SearchResult, 'rows' | 'facets'>, Searched {
  query: ExpandedQuery;
  weigh: boolean;
}

/** Two round trips: one widens the query, one answers it. @throws ProblemError `invalid-query` */
export async function askIndex(
  db: Database,
  parameters: SearchParameters,
  { sort, place, limit, facets = [] }: Asked,
): Promise<Found> {
  const node = readQuery(parameters.q, parameters.match);
  const filter = toFilter(parameters);
  const query = await expandQuery(db, node, {
    inflect: parameters.inflect === 'true',
    near: parameters.near === 'true',
  });
  const weigh = place?.weigh ?? (mostPages(node, query) ?? 0) <= MOST_WEIGHED;
  const options = { sort, after: place?.position, limit, facets, weigh };
  const result = await runSearch(db, query, filter, options);
  const { rows, facets: counted } = result;
  return { query, weigh, rows, facets: counted, ...toSearched(result, filter.layers) };
}
