/** Words over time. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import type { Cell } from '../formats/csv.ts';
import { open, problems } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { type NgramCounts, UNDATED, VAGUE, countNgrams } from '../search/count-ngrams.ts';
import { type Match, type QueryWord, wordsOf } from '../search/parse-query.ts';
import { z } from '../shapes/common.ts';
import { Ngrams } from '../shapes/ngrams.ts';
import { sayCoverage, toCoverage } from './coverage.ts';
import { orCsv, sendCsv } from './send-csv.ts';
import { SearchParameters, toFilter } from './search-parameters.ts';
import { defaultHook } from './support.ts';

const MOST_SERIES = 8;
const MOST_WORDS = 3;

const getNgrams = createRoute({
  operationId: 'getNgrams',
  method: 'get',
  path: '/ngrams',
  tags: ['Search'],
  summary: 'How often words and short phrases stand in the texts, by month or year; also as CSV',
  ...open,
  request: {
    query: SearchParameters.omit({ inflect: true, near: true }).extend({
      q: z
        .string()
        .max(500)
        .openapi({
          description: `Up to ${MOST_SERIES} words or phrases of up to ${MOST_WORDS} words, comma-separated; each in all its spellings, but with no other ending`,
          example: 'қазақ,земство,хлеб',
        }),
      by: z.enum(['month', 'year']).default('month'),
      format: z.enum(['json', 'csv']).default('json'),
    }),
  },
  responses: {
    200: { description: 'Counts by period', content: { 'application/json': { schema: Ngrams }, ...orCsv } },
    ...problems(400, 422),
  },
});

interface Asked {
  query: string;
  words: QueryWord[];
}

export const ngramRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(getNgrams, async (c) => {
  const { q, match, by, format, ...rest } = c.req.valid('query');
  const filter = toFilter(rest);
  const asked = readSeries(q);
  const form = match === 'literal' ? 'word' : 'key';
  const ngrams = asked.map(({ words }) => ({ form, words: formsOf(words, match) }) as const);
  const found = await countNgrams(c.var.db, ngrams, filter, by);
  const coverage = toCoverage(found.pagesByLayer, filter.layers);
  if (format === 'csv') {
    sayCoverage(c, { coverage });
    return sendCsv(
      c,
      `ngrams-${by}`,
      ['query', 'period', 'occurrences', 'pages', 'words_in_period'],
      toRows(asked, found),
    );
  }
  return c.json(
    {
      by,
      series: asked.map(({ query, words }, index) => {
        const counts = found.counts[index] ?? [];
        return {
          query,
          searched: formsOf(words, match),
          counts: dated(counts),
          vague: countOf(counts, VAGUE),
          undated: countOf(counts, UNDATED),
        };
      }),
      totals: dated(found.totals),
      vague: sizeOf(found, VAGUE),
      undated: sizeOf(found, UNDATED),
      coverage,
    },
    200,
  );
});

const formsOf = (words: readonly QueryWord[], match: Match) =>
  words.map((word) => (match === 'literal' ? word.literal : word.key));

function countOf(counts: NgramCounts['counts'][number], period: string) {
  const { occurrences = 0, pages = 0 } = counts.find((row) => row.period === period) ?? {};
  return { occurrences, pages };
}

function sizeOf({ totals }: NgramCounts, period: string) {
  const { words = 0, pages = 0 } = totals.find((row) => row.period === period) ?? {};
  return { words, pages };
}

/** A row for each series and each period that has texts, also where the count is nought. */
function* toRows(asked: readonly Asked[], { counts, totals }: NgramCounts): Generator<Cell[]> {
  for (const [index, { query }] of asked.entries()) {
    for (const { period, words } of totals) {
      const { occurrences, pages } = countOf(counts[index] ?? [], period);
      yield [query, period, occurrences, pages, words];
    }
  }
}

/** @throws ProblemError `invalid-query` */
function readSeries(q: string): Asked[] {
  const series = q
    .split(/[,،;]/u)
    .map((part) => ({ query: part.trim(), words: wordsOf(part.normalize('NFC')) }))
    .filter(({ words }) => words.length > 0);
  const long = series.find(({ words }) => words.length > MOST_WORDS);
  if (series.length === 0) throw refusal('Type at least one word; commas part several.');
  if (series.length > MOST_SERIES)
    throw refusal(
      `Up to ${MOST_SERIES} words or phrases can be counted together; these are ${series.length}.`,
    );
  if (long)
    throw refusal(`A phrase has up to ${MOST_WORDS} words; “${long.query}” has ${long.words.length}.`);
  return series;
}

const refusal = (message: string) =>
  new ProblemError('invalid-query', message, {
    errors: [{ path: ['query', 'q'], code: 'query', message }],
  });

/** What stands on a month or year of its own. */
function dated<Row extends { period: string }>(rows: readonly Row[]): Row[] {
  return rows.filter(({ period }) => period !== VAGUE && period !== UNDATED);
}
