/** Whether spans of days together cover another. Days are 'YYYY-MM-DD', Gregorian; null is open. */
import type { Span } from './stages.ts';

/** Whether every day of `span` lies in one of `parts`; parts that follow day upon day cover what lies across them. */
export function isCovered(span: Span, parts: readonly Span[]): boolean {
  const { first, last } = inDays(span);
  const ordered = parts.map(inDays).sort((a, b) => compare(a.first, b.first));
  let reached = first === -Infinity ? -Infinity : first - 1;
  for (const part of ordered) {
    const follows =
      first === -Infinity && reached === -Infinity ? part.first === -Infinity : part.first <= reached + 1;
    if (follows) reached = Math.max(reached, part.last);
  }
  return reached >= last;
}

/** The days that two spans share, which must overlap. */
export function sharedDays(a: Span, b: Span): Span {
  return { earliest: later(a.earliest, b.earliest), latest: earlier(a.latest, b.latest) };
}

function inDays({ earliest, latest }: Span): { first: number; last: number } {
  return {
    first: earliest === null ? -Infinity : Date.parse(earliest) / 86_400_000,
    last: latest === null ? Infinity : Date.parse(latest) / 86_400_000,
  };
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
