/** What boxes mean for the lines of a page. Pure, like lines.ts; loaded only when boxes are edited. */
import { directionOnPage } from '../../../../../worker/domain/text/script.ts';
import { offsetAt } from '../../../../../worker/domain/text/print-width.ts';
import type { Box } from '../../../../../worker/shapes/common.ts';
import { indexOfKey, newKey, sameBox, type WorkLine, type WorkLines } from '../../lines.ts';
import { cutBox } from './box-geometry.ts';

/** Gives a line another box, or none. */
export function withBox(lines: WorkLines, key: string, box: Box | null): WorkLines {
  const index = indexOfKey(lines, key);
  const line = lines[index];
  if (!line || sameBox(line.box, box)) return lines;
  return lines.with(index, { ...line, box });
}

/** A box drawn on the scan: of the line in hand where that has none, else of a new line after it. */
export function drawnBox(lines: WorkLines, key: string | null, box: Box): { lines: WorkLines; key: string } {
  const index = key === null ? lines.length - 1 : indexOfKey(lines, key);
  const line = lines[index];
  if (line && line.key === key && line.box === null) return { lines: withBox(lines, key, box), key };
  const added: WorkLine = { key: newKey(), text: '', box };
  return { lines: lines.toSpliced(index + 1, 0, added), key: added.key };
}

/**
 * Cuts a line in two where its box is cut, `share` of the width from the left: the text is cut at the gap between
 * words that stands nearest there, by an estimate. The part that is read first keeps the id.
 */
export function cutLine(
  lines: WorkLines,
  key: string,
  share: number,
  rightToLeft: boolean,
): { lines: WorkLines; key: string } | null {
  const index = indexOfKey(lines, key);
  const line = lines[index];
  const parts = line?.box ? cutBox(line.box, share) : null;
  if (!line || !parts) return null;
  const rtl = directionOnPage(line.text, rightToLeft ? 'rtl' : 'ltr') === 'rtl';
  const [firstBox, secondBox] = rtl ? [parts[1], parts[0]] : parts;
  const at = nearestGap(line.text, offsetAt(line.text, share));
  const { confidence: _, ...rest } = line;
  const second: WorkLine = { key: newKey(), text: line.text.slice(at).trimStart(), box: secondBox };
  const first: WorkLine = { ...rest, text: line.text.slice(0, at).trimEnd(), box: firstBox };
  return { lines: lines.toSpliced(index, 1, first, second), key: second.key };
}

/** The end of a word nearest to a place in the text; its beginning and end count too. */
function nearestGap(text: string, at: number): number {
  const gaps = [0, ...[...text.matchAll(/\s+/gu)].map((gap) => gap.index), text.length];
  return gaps.reduce((best, gap) => (Math.abs(gap - at) < Math.abs(best - at) ? gap : best));
}
