/** Tables as files. */
import type { Context } from 'hono';
import { type Cell, toCsv } from '../formats/csv.ts';
import { z } from '../shapes/common.ts';

/** For `createRoute`: beside JSON, the same as a table. */
export const orCsv = {
  'text/csv': { schema: z.string().openapi({ example: 'month,issues\r\n1913-02,3\r\n' }) },
};

/** Answers a table that is saved under this name. */
export function sendCsv(
  c: Context,
  name: string,
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Response {
  return c.body(toCsv(header, rows), 200, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
  });
}

/** Headers for a text by language. */
export const inLanguages = (name: string) => ['kk', 'ru', 'en'].map((language) => `${name}_${language}`);

/** Its cells: Kazakh in Cyrillic where it is not said in which script. */
export function textCells(text: Record<string, string>): Cell[] {
  return [text['kk'] ?? text['kk-Cyrl'], text['ru'], text['en']];
}
