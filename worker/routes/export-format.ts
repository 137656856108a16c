/** Lists as files: CSV for tables and R, JSONL for programs. */
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import type { Cell } from '../formats/csv.ts';
import { ProblemError } from '../http/problem.ts';
import { z } from '../shapes/common.ts';
import { orCsv, sendCsv } from './send-csv.ts';

export const Format = z
  .enum(['json', 'csv', 'jsonl'])
  .default('json')
  .openapi({ description: 'csv (RFC 4180) and jsonl (an object a line) are files, with more rows at once' });
export type Format = z.infer<typeof Format>;

/** For `createRoute`: beside JSON, the same as a table. */
export const orTable = {
  ...orCsv,
  'application/jsonl': { schema: z.string().openapi({ example: '{"line":"…"}\n{"line":"…"}\n' }) },
};

/** How many rows were asked for: files may have more of them than JSON. @throws ProblemError `invalid-request` */
export function requireLimit(limit: number, format: Format, mostAsJson: number): number {
  if (format !== 'json' || limit <= mostAsJson) return limit;
  const message = `is at most ${mostAsJson}; more at once come as csv or jsonl`;
  throw new ProblemError('invalid-request', `query.limit: ${message}`, {
    errors: [{ path: ['query', 'limit'], code: 'too_big', message }],
  });
}

/** A table as a file: rows by column for CSV, the same with their inner structure for JSONL. */
export interface FileOf<Row> {
  name: string;
  columns: readonly string[];
  rows: readonly Row[];
  toCells: (row: Row) => Cell[];
  toObject: (row: Row) => object;
}

/** Sends rows as CSV or JSONL, to be saved under the file's name. */
export function sendFile<Row>(
  c: Context,
  format: Exclude<Format, 'json'>,
  { name, columns, rows, toCells, toObject }: FileOf<Row>,
): Response {
  if (format === 'csv') return sendCsv(c, name, columns, rows.map(toCells));
  return c.body(rows.map((row) => `${JSON.stringify(toObject(row))}\n`).join(''), 200, {
    'content-type': 'application/jsonl; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.jsonl"`,
  });
}

/** The page in the web UI, opened at a line: a permalink for people. */
export function pageUrl(c: Context<AppEnv>, page: string, line: string) {
  const url = new URL(`/pages/${page}`, c.env.PUBLIC_URL || new URL(c.req.url).origin);
  url.searchParams.set('line', line);
  return url.href;
}
