/** What is asked for after the hits are there, so that they come first: counts for the filters, and how it was read. */
import type { FacetValues, SearchAnswer } from '../../../worker/shapes/search.ts';
import { useResource } from '../../state/resource.ts';
import { urlOfView } from '../../ui/url.ts';
import { useLast } from './use-last.ts';

const FACETS = 'year,publication,layer,stage,entity,place,script,status';

interface Counts {
  facets: readonly FacetValues[] | undefined;
  years: FacetValues['values'] | undefined;
  explanation: SearchAnswer['explanation'];
}

/** @param asked what the hits were asked with, null for nothing; `ready` once they are there */
export function useCounts(asked: Record<string, string> | null, ready: boolean): Counts {
  const { sort: _sort, ...query } = asked ?? {};
  const counted = useResource<SearchAnswer>(
    asked && ready ? urlOfView('/search', { ...query, limit: '1', explain: 'true', facets: FACETS }) : null,
  );
  // Another year can be chosen only where the chosen one has not taken all others away.
  const { from, to, calendar: _calendar, ...undated } = query;
  const dated = from !== undefined || to !== undefined;
  const everyYear = useResource<SearchAnswer>(
    asked && ready && dated ? urlOfView('/search', { ...undated, limit: '1', facets: 'year' }) : null,
  );
  return {
    facets: useLast(counted.data?.facets),
    years: useLast(yearsOf(dated ? everyYear.data : counted.data)),
    explanation: useLast(counted.data?.explanation),
  };
}

function yearsOf(answer: SearchAnswer | undefined): Counts['years'] {
  return answer?.facets?.find(({ facet }) => facet === 'year')?.values;
}
