/** The words of a machine's reading: how sure it was of each, and where each stands on the scan. */
import { diffWords } from '../../../../worker/domain/text/diff.ts';
import { printWidth, shareAt } from '../../../../worker/domain/text/print-width.ts';
import type { Box } from '../../../../worker/shapes/common.ts';
import type { OcrRun, OcrRunLines } from '../../../../worker/shapes/ocr.ts';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { get } from '../../../api/client.ts';
import { unionBox } from '../lines.ts';

/** `confidence` is 0 to 100; `doubts` say why a person should look at it, whatever the confidence. */
export type OcrWord = OcrRunLines['lines'][number]['words'][number];

/** Words by the id of their line. */
export type OcrWords = ReadonlyMap<string, readonly OcrWord[]>;

/** Readings that are looked through for the lines of the page; a page is seldom read more often. */
const MOST_RUNS = 4;

/**
 * The words of those readings that the lines came from: the newest, and where a region was read by itself, or the page
 * again after somebody had begun to write, others too. @throws ApiProblem
 */
export async function loadOcrWords(page: Page, lines: ReadonlySet<string>): Promise<OcrWords> {
  const words = new Map<string, readonly OcrWord[]>();
  const known = () => [...lines].filter((id) => words.has(id)).length;
  if (page.ocrRun === undefined || lines.size === 0) return words;
  await addWords(words, page.id, page.ocrRun);
  if (known() === lines.size) return words;
  const { data } = await get<{ items: OcrRun[] }>(`/pages/${page.id}/ocr`);
  const others = data.items.filter((run) => run.state === 'done' && run.id !== page.ocrRun);
  for (const run of others.slice(0, MOST_RUNS)) {
    await addWords(words, page.id, run.id);
    if (known() === lines.size) break;
  }
  return words;
}

async function addWords(into: Map<string, readonly OcrWord[]>, page: string, run: string): Promise<void> {
  const { data } = await get<OcrRunLines>(`/pages/${page}/ocr/${run}`);
  for (const line of data.lines) into.set(line.id, line.words);
}

export interface PlacedWord {
  start: number;
  end: number;
  word: OcrWord;
}

/** The words of a reading that still stand in a line, with their places in its text as it is now. */
export function standingWords(words: readonly OcrWord[], text: string): PlacedWord[] {
  const read = words.map((word) => word.text.normalize('NFC'));
  const standing = standingSpans(read.join(' '), text);
  let at = 0;
  return words.flatMap((word, index) => {
    const from = at;
    const to = from + read[index]!.length;
    at = to + 1;
    const span = standing.find(({ start, end }) => start <= from && to <= end);
    return span ? [{ start: from + span.shift, end: to + span.shift, word }] : [];
  });
}

/** Stretches of the old text that the new one has too, and how far each has moved. */
function standingSpans(before: string, after: string): { start: number; end: number; shift: number }[] {
  if (before === after) return [{ start: 0, end: before.length, shift: 0 }];
  const spans = [];
  let old = 0;
  let now = 0;
  for (const { kind, text } of diffWords(before, after)) {
    if (kind === 'same') spans.push({ start: old, end: old + text.length, shift: now - old });
    if (kind !== 'added') old += text.length;
    if (kind !== 'removed') now += text.length;
  }
  return spans;
}

/**
 * Where a stretch of a line stands on the scan: by the boxes of the words that were read, where the text has as many;
 * else as an estimate by the width of print.
 */
export function boxOfSpan(
  line: { text: string; box: Box },
  span: { start: number; end: number },
  words: readonly OcrWord[] = [],
): Box {
  const places = [...line.text.matchAll(/\S+/gu)];
  if (places.length === words.length && span.end > span.start) {
    const boxes = words.filter((_, index) => {
      const { index: at, 0: word } = places[index]!;
      return at < span.end && at + word.length > span.start;
    });
    const box = boxes.reduce<Box | null>((all, each) => unionBox(all, each.box), null);
    if (box) return box;
  }
  const [x, y, width, height] = line.box;
  // Words that were taken out leave a gap: it gets the width of a letter.
  const least = width / (printWidth(line.text) + 1);
  const [one, other] = [shareAt(line.text, span.start), shareAt(line.text, span.end)];
  const left = x + Math.min(one, other) * width;
  const wide = Math.max(least, Math.abs(one - other) * width);
  const start = Math.round(Math.min(left, x + width - Math.min(wide, width)));
  return [start, y, Math.max(1, Math.round(Math.min(wide, width))), height];
}
