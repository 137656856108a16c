import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { count, sql } from 'drizzle-orm';
import { tokenise } from '../domain/text/tokens.ts';
import type { AppEnv } from '../env.ts';
import { issues, pages, publications, tags } from '../db/schema.ts';
import { json, open, problems } from '../http/operation.ts';
import { decodeCursor, encodeCursor, linkNext } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { matchLines } from '../search/match-lines.ts';
import { type Match, QueryError, type Term, parseQuery } from '../search/parse-query.ts';
import { type SearchRow, runSearch } from '../search/run-search.ts';
import { literalWord } from '../search/words.ts';
import { DayParam, Id, Paging, z } from '../shapes/common.ts';
import { Layer } from '../shapes/pages.ts';
import { SearchAnswer, type SearchHit, Stats } from '../shapes/search.ts';
import { defaultHook } from './support.ts';

const LIST = 'search';

const Layers = z
  .string()
  .default('reviewed,transcribed,ocr')
  .transform((value) => value.split(',').map((part) => part.trim()))
  .pipe(z.array(Layer).min(1))
  .openapi({
    type: 'string',
    example: 'reviewed,transcribed',
    description: 'Layers to search, comma-separated',
  });

const searchRoute = createRoute({
  operationId: 'search',
  method: 'get',
  path: '/search',
  tags: ['Search'],
  summary: 'Full text over all layers; each page is searched in its best one',
  ...open,
  request: {
    query: Paging.extend({
      q: z.string().openapi({
        description: 'Words, all wanted; in quotes: a phrase in the script as typed',
        example: 'газета',
      }),
      match: z.enum(['folded', 'literal']).default('folded'),
      from: DayParam.optional().openapi({ description: 'Gregorian day' }),
      to: DayParam.optional(),
      publication: Id.optional(),
      entity: Id.optional(),
      stage: Id.optional(),
      layer: Layers,
      script: z
        .string()
        .regex(/^[A-Z][a-z]{3}$/)
        .optional()
        .openapi({ example: 'Arab' }),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: { 200: json(SearchAnswer, 'Hits, and what was searched'), ...problems(400, 422) },
});

const getStats = createRoute({
  operationId: 'getStats',
  method: 'get',
  path: '/stats',
  tags: ['Search'],
  summary: 'Coverage: what is known, scanned, read, transcribed, reviewed',
  ...open,
  responses: { 200: json(Stats, 'Counts') },
});

export const searchRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(searchRoute, async (c) => {
    const { q, match, limit, cursor, layer, ...filter } = c.req.valid('query');
    const terms = readQuery(q, match);
    const position = decodeCursor(LIST, cursor, 'number', 'integer');
    const after = position && { score: position[0], rowid: position[1] };
    const { rows, total, pagesByLayer } = await runSearch(
      c.var.db,
      terms,
      { ...filter, layers: layer },
      after,
      limit + 1,
    );

    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last ? encodeCursor(LIST, [last.score, last.rowid]) : null;
    if (next !== null) linkNext(c, next);

    const typed = new Set(tokenise(q.normalize('NFC')).map((token) => literalWord(token.text)));
    const pagesIn = (name: string) => pagesByLayer.find((row) => row.layer === name)?.count ?? 0;
    const searched = (name: Layer) => (layer.includes(name) ? pagesIn(name) : 0);
    return c.json(
      {
        items: shown.flatMap((row) => toHits(row, terms, typed)),
        next,
        total,
        coverage: {
          reviewed: searched('reviewed'),
          transcribed: searched('transcribed'),
          ocr: searched('ocr'),
          withoutText: pagesIn('none'),
        },
      },
      200,
    );
  })
  .openapi(getStats, async (c) => {
    const { db } = c.var;
    const [publicationCount, issueCount, byStatus, byLayer, waitingTags] = await db.batch([
      db.select({ n: count() }).from(publications),
      db.select({ n: count() }).from(issues),
      db.select({ status: pages.status, n: count() }).from(pages).groupBy(pages.status),
      db
        .select({ layer: pages.layer, read: sql<number>`sum(${pages.ocrRunId} is not null)`, n: count() })
        .from(pages)
        .groupBy(pages.layer),
      db
        .select({ n: count() })
        .from(tags)
        .where(sql`${tags.state} = 'proposed' and ${tags.deletedAt} is null`),
    ]);
    const inLayer = (name: string) => byLayer.find((row) => row.layer === name)?.n ?? 0;
    const statuses = Object.fromEntries(byStatus.map((row) => [row.status, row.n]));
    return c.json(
      {
        publications: publicationCount[0]?.n ?? 0,
        issues: issueCount[0]?.n ?? 0,
        pages: {
          scanned: byLayer.reduce((sum, row) => sum + row.n, 0),
          readByOcr: byLayer.reduce((sum, row) => sum + row.read, 0),
          transcribed: inLayer('transcribed'),
          reviewed: inLayer('reviewed'),
          withoutText: inLayer('none'),
          byStatus: statuses,
        },
        waiting: { revisions: statuses['submitted'] ?? 0, tags: waitingTags[0]?.n ?? 0 },
      },
      200,
    );
  });

function readQuery(q: string, match: Match): Term[] {
  try {
    return parseQuery(q, match);
  } catch (error) {
    if (error instanceof QueryError) {
      throw new ProblemError('invalid-query', error.message, {
        errors: [{ path: ['query', 'q'], code: 'query', message: error.message }],
      });
    }
    throw error;
  }
}

/** A hit is a page; a page whose lines do not show the words (never seen, but possible mid-update) is left out. */
function toHits(row: SearchRow, terms: Term[], typed: ReadonlySet<string>): SearchHit[] {
  const matches = matchLines(row.lines, terms, typed);
  const best = matches[0];
  if (!best) return [];
  return [
    {
      ...best,
      page: row.pageId,
      pageLabel: row.pageLabel ?? String(row.sequence),
      issue: row.issueId,
      issueNumber: row.issueNumber,
      publication: row.publicationId,
      publicationTitle: row.publicationTitle,
      date: row.date,
      layer: row.layer,
      language: row.language,
      revision: row.revisionId,
      matches: matches.slice(0, 50),
    },
  ];
}
