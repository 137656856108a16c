/** Lists: opaque cursors, `{items, next}` and the `Link` header (RFC 8288). */
import type { Context } from 'hono';
import { ProblemError } from './problem.ts';

type Position = (string | number)[];

/** A cursor for the place after `position` in the list named `list`. */
export function encodeCursor(list: string, position: Position): string {
  const bytes = new TextEncoder().encode(JSON.stringify([list, ...position]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

type PartKind = 'text' | 'integer' | 'number';
type Part<K extends PartKind> = K extends 'text' ? string : number;
type Parts<K extends readonly PartKind[]> = { -readonly [I in keyof K]: Part<K[I]> };

/**
 * The position a cursor stands for, or undefined without one.
 * @param kinds of the parts of a position in this list
 * @throws ProblemError `invalid-cursor` for one that this list did not give out.
 */
export function decodeCursor<const K extends readonly PartKind[]>(
  list: string,
  cursor: string | undefined,
  ...kinds: K
): Parts<K> | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    if (Array.isArray(value) && value[0] === list && value.length === kinds.length + 1) {
      const parts = value.slice(1) as unknown[];
      if (parts.every((part, index) => isPart(part, kinds[index]))) return parts as Parts<K>;
    }
  } catch {
    // falls through to the same answer: a cursor is opaque, why it is wrong does not help anybody
  }
  throw new ProblemError('invalid-cursor', 'Leave out `cursor` to start from the beginning.');
}

/** Positions hold ids, days and numbers; anything else could upset the database. */
function isPart(part: unknown, kind: PartKind | undefined): boolean {
  if (kind === 'text') return typeof part === 'string' && /^[\x20-\x7e]*$/.test(part);
  if (kind === 'integer') return Number.isSafeInteger(part) && Number(part) >= 0;
  return typeof part === 'number' && Number.isFinite(part);
}

/**
 * Makes one part of a list from `limit + 1` rows: the extra row only tells that there is more.
 * Sets the `Link` header.
 */
export function paged<Row, Item>(
  c: Context,
  rows: Row[],
  limit: number,
  toItem: (row: Row) => Item,
  cursorOf: (row: Row) => string,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorOf(last) : null;
  if (next !== null) linkNext(c, next);
  return { items: shown.map(toItem), next };
}

/** `Link: <…>; rel="next"`: the same request with another cursor. */
export function linkNext(c: Context, cursor: string): void {
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', cursor);
  c.header('link', `<${url.pathname}${url.search}>; rel="next"`, { append: true });
}
