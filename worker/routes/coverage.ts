/** What was searched and what was not, in every answer. */
import type { Context } from 'hono';
import { errorRateOf } from '../domain/reading/error-rate.ts';
import type { SearchResult } from '../search/run-search.ts';
import type { Coverage, SearchAnswer, TEXT_LAYERS } from '../shapes/search.ts';

/** Files say it in headers: structured fields of RFC 9651, so that a script can read them. */
export const COVERAGE_HEADERS = ['qalam-coverage', 'qalam-total', 'qalam-error-rate'];

export interface Searched {
  /** Pages that answer. */
  total: number;
  coverage: Coverage;
  errorRate: SearchAnswer['errorRate'];
}

export function toSearched(
  { total, pagesByLayer, readingErrors }: Omit<SearchResult, 'rows' | 'facets'>,
  layers: readonly string[],
): Searched {
  return { total, coverage: toCoverage(pagesByLayer, layers), errorRate: toErrorRate(readingErrors) };
}

/** Pages by layer: those that were searched, and those that have nothing to search. */
export function toCoverage(pagesByLayer: SearchResult['pagesByLayer'], layers: readonly string[]): Coverage {
  const pagesIn = (name: string) => pagesByLayer.find((row) => row.layer === name)?.count ?? 0;
  const searched = (name: (typeof TEXT_LAYERS)[number]) => (layers.includes(name) ? pagesIn(name) : 0);
  return {
    reviewed: searched('reviewed'),
    transcribed: searched('transcribed'),
    ocr: searched('ocr'),
    withoutText: pagesIn('none'),
  };
}

function toErrorRate(counts: SearchResult['readingErrors']) {
  const characters = errorRateOf(counts);
  return characters === null ? null : { pages: counts.pages, characters };
}

/** Sets the headers of a file. */
export function sayCoverage(c: Context, { coverage, total, errorRate }: Partial<Searched>): void {
  if (coverage) {
    const { reviewed, transcribed, ocr, withoutText } = coverage;
    c.header(
      'qalam-coverage',
      `reviewed=${reviewed}, transcribed=${transcribed}, ocr=${ocr}, without-text=${withoutText}`,
    );
  }
  if (total !== undefined) c.header('qalam-total', String(total));
  if (errorRate) c.header('qalam-error-rate', `${errorRate.characters};pages=${errorRate.pages}`);
}
