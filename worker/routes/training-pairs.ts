/** Accepted lines as training data for OCR: each with its place on the scan. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type AcceptedFilter, type AcceptedPage, findAcceptedPages } from '../db/training-pairs.ts';
import { isTrainingLine } from '../domain/reading/training-line.ts';
import { allowsTraining } from '../domain/rights.ts';
import { scriptOf } from '../domain/text/script.ts';
import type { AppEnv } from '../env.ts';
import { open, problems } from '../http/operation.ts';
import { decodeCursor, encodeCursor, linkNext } from '../http/paging.ts';
import { Id, Paging, listOf, z } from '../shapes/common.ts';
import { TrainingPair } from '../shapes/training-pairs.ts';
import { Format, orTable, pageUrl, requireLimit, sendFile } from './export-format.ts';
import { defaultHook } from './support.ts';

const LIST = 'training-pairs';
const MOST_AS_JSON = 200;
const MOST_OF_A_FILE = 1000;
/** Pages that are looked at for one answer, so that many without usable lines do not make it late. */
const MOST_PAGES = 200;
const PAGES_AT_ONCE = 20;

const COLUMNS = [
  'text',
  'script',
  'language',
  'orthography',
  'page',
  'line',
  'x',
  'y',
  'width',
  'height',
  'scan_url',
  'models',
  'licence',
  'page_url',
];

const listTrainingPairs = createRoute({
  operationId: 'listTrainingPairs',
  method: 'get',
  path: '/training-pairs',
  tags: ['OCR'],
  summary: 'Accepted lines with their place on the scan, to train models on; also as CSV and JSONL',
  description:
    'Only lines of pages whose rights allow it (public domain, CC0, CC BY, CC BY-SA), and without marks of doubt. `npm run training-pairs` cuts their pictures out. A part may have fewer lines than `limit`, even none, and still a `next`.',
  ...open,
  request: {
    query: Paging.extend({
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST_OF_A_FILE)
        .default(MOST_AS_JSON)
        .openapi({
          description: `Lines; at most ${MOST_AS_JSON}, as csv or jsonl at most ${MOST_OF_A_FILE}`,
        }),
      script: z
        .enum(['Cyrl', 'Arab', 'Latn'])
        .optional()
        .openapi({ description: 'ISO 15924, of most letters of the line' }),
      language: z.string().max(60).optional().openapi({ description: 'BCP 47, of the issue' }),
      orthography: z.string().max(60).optional(),
      publication: Id.optional(),
      format: Format,
    }),
  },
  responses: {
    200: {
      description: 'Pairs, page by page in reading order',
      content: { 'application/json': { schema: listOf('TrainingPair', TrainingPair) }, ...orTable },
    },
    ...problems(400, 422),
  },
});

export const trainingPairRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(
  listTrainingPairs,
  async (c) => {
    const { limit, cursor, script, format, ...filter } = c.req.valid('query');
    requireLimit(limit, format, MOST_AS_JSON);
    const [page, line] = decodeCursor(LIST, cursor, 'text', 'integer') ?? ['', 0];
    const { pairs, stopped } = await collectPairs(c, { filter, script, limit }, { page, line });
    const next = stopped && encodeCursor(LIST, [stopped.page, stopped.line]);
    if (next !== null) linkNext(c, next);
    if (format === 'json') return c.json({ items: pairs, next }, 200);
    return sendFile(c, format, {
      name: 'training-pairs',
      columns: COLUMNS,
      rows: pairs,
      toCells: (pair) => [
        pair.text,
        pair.script,
        pair.language,
        pair.orthography,
        pair.page,
        pair.line,
        ...pair.box,
        pair.scan.url,
        pair.models.map(({ name }) => name).join('+'),
        pair.rights.licence ?? pair.rights.statement,
        pair.pageUrl,
      ],
      toObject: (pair) => pair,
    });
  },
);

interface Wanted {
  filter: AcceptedFilter;
  script?: string | undefined;
  limit: number;
}

/** A page, and how many of its lines were looked at. */
interface Place {
  page: string;
  line: number;
}

async function collectPairs(c: Context<AppEnv>, { filter, script, limit }: Wanted, start: Place) {
  const pairs: TrainingPair[] = [];
  let place = start;
  for (let seen = 0; seen < MOST_PAGES;) {
    const found = await findAcceptedPages(c.var.db, filter, place.page, PAGES_AT_ONCE);
    for (const page of found) {
      const from = page.id === place.page ? place.line : 0;
      const { rights } = page;
      place = { page: page.id, line: page.lines.length };
      if (rights === null || !allowsTraining(rights)) continue;
      for (const [index, line] of page.lines.entries()) {
        if (index < from || !isTrainingLine(line)) continue;
        if (script !== undefined && scriptOf(line.text) !== script) continue;
        if (pairs.length === limit) return { pairs, stopped: { page: page.id, line: index } };
        pairs.push(toPair(c, page, line, rights));
      }
    }
    if (found.length < PAGES_AT_ONCE) return { pairs, stopped: null };
    seen += found.length;
  }
  return { pairs, stopped: place };
}

type TrainingLine = Pick<TrainingPair, 'text' | 'box'> & { id: string };

function toPair(
  c: Context<AppEnv>,
  page: AcceptedPage,
  { id, text, box }: TrainingLine,
  rights: NonNullable<AcceptedPage['rights']>,
): TrainingPair {
  return {
    page: page.id,
    line: id,
    revision: page.revision,
    text: text.normalize('NFC'),
    box,
    script: scriptOf(text),
    language: page.language,
    ...(page.orthography === null ? {} : { orthography: page.orthography }),
    models: page.models,
    scan: { url: `/api/v1/pages/${page.id}/scan`, ...page.scan },
    pageUrl: pageUrl(c, page.id, id),
    issue: page.issue,
    publication: page.publication,
    rights,
  };
}
