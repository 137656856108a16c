import type { Doubt } from '../domain/reading/doubts.ts';
import { tidyReading } from '../domain/text/tidy-reading.ts';
import type { Box } from './decode/rows.ts';

export type { Box } from './decode/rows.ts';

export interface ReadWord {
  text: string;
  box: Box;
  /** 0–100 */
  confidence: number;
  /** where it begins in the text of its line */
  start?: number;
  /** why a person should look at it */
  doubts?: Doubt[];
}

export interface ReadLine extends Omit<ReadWord, 'start' | 'doubts'> {
  words: ReadWord[];
  /** its four corners, where it is not level on the scan */
  polygon?: [number, number][];
  /** what the model gave, where look-alikes were normalised */
  raw?: string;
  /** number of the text block on the page, in reading order, from 0 */
  block: number;
  /** whether the line runs from right to left */
  rtl: boolean;
}

/** How the pixels that Tesseract saw lie on the original: original = (seen + offset) × scale. */
export interface Placement {
  left: number;
  top: number;
  scale: number;
}

const LINE_LEVEL = 4;
const WORD_LEVEL = 5;

/**
 * Lines and words of Tesseract's TSV, in its reading order. Lines without a letter or sign are left out.
 * Boxes are brought to the original's pixels, at least one pixel wide and high, within `width` × `height`.
 */
export function parseTsv(tsv: string, place: Placement, width: number, height: number): ReadLine[] {
  const lines: ReadLine[] = [];
  let line: ReadLine | null = null;
  const toBox = (cells: string[]): Box => {
    const [x = 0, y = 0, w = 0, h = 0] = cells.slice(6, 10).map(Number);
    const left = clamp((x + place.left) * place.scale, 0, width - 1);
    const top = clamp((y + place.top) * place.scale, 0, height - 1);
    const right = clamp((x + w + place.left) * place.scale, left + 1, width);
    const bottom = clamp((y + h + place.top) * place.scale, top + 1, height);
    return [left, top, right - left, bottom - top];
  };
  let raw: string[] = [];
  const endLine = () => {
    if (line?.raw !== undefined) line.raw = raw.join(' ');
    raw = [];
  };
  for (const record of tsv.split('\n')) {
    const cells = record.split('\t');
    const level = Number(cells[0]);
    if (level === LINE_LEVEL) {
      endLine();
      line = {
        text: '',
        box: toBox(cells),
        confidence: 0,
        words: [],
        block: Number(cells[2]) - 1,
        rtl: false,
      };
      lines.push(line);
    } else if (level === WORD_LEVEL && line) {
      const given = (cells[11] ?? '').trim();
      const text = tidyReading(given).trim();
      if (text === '') continue;
      raw.push(given);
      if (text !== given.replace(/[\u200e\u200f]/g, '').normalize('NFC')) line.raw = '';
      line.words.push({ text, box: toBox(cells), confidence: clamp(Math.round(Number(cells[10])), 0, 100) });
    }
  }
  endLine();
  return lines.filter((candidate) => candidate.words.length > 0).map(finishLine);
}

function finishLine(given: ReadLine): ReadLine {
  const line = { ...given, words: inReadingOrder(given.words) };
  const text = line.words
    .map((word) => word.text)
    .join(' ')
    .normalize('NFC');
  const letters = line.words.reduce((sum, word) => sum + word.text.length, 0);
  const weighted = line.words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  return { ...line, text, confidence: Math.round(weighted / letters), rtl: isRightToLeft(text) };
}

/**
 * Words as they follow each other. Tesseract takes a short line in Arabic script that ends with a number for one that
 * runs from the left, and puts the number first: here such words go from right to left by their place. Neighbouring
 * words in Latin or Cyrillic letters within them, with the figures between, run from the left.
 */
export function inReadingOrder(words: ReadWord[]): ReadWord[] {
  if (!isRightToLeft(words.map(({ text }) => text).join(' '))) return words;
  const fromRight = words.toSorted((a, b) => b.box[0] + b.box[2] / 2 - (a.box[0] + a.box[2] / 2));
  const isLeftToRight = ({ text }: ReadWord) => /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text);
  const ordered: ReadWord[] = [];
  for (let at = 0; at < fromRight.length;) {
    let end = at + 1;
    if (isLeftToRight(fromRight[at]!))
      for (let next = end; next < fromRight.length; next++) {
        if (isLeftToRight(fromRight[next]!)) end = next + 1;
        else if (/\p{L}/u.test(fromRight[next]!.text)) break;
      }
    ordered.push(...fromRight.slice(at, end).toReversed());
    at = end;
  }
  return ordered;
}

function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), high));
}

/** Whether more letters of the text are Arabic than any others. */
export function isRightToLeft(text: string): boolean {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const others = text.match(/[\p{Script=Cyrillic}\p{Script=Latin}]/gu)?.length ?? 0;
  return arabic > others;
}

/** Mean confidence of lines, by their letters; 0 where there are none. */
export function meanConfidence(lines: readonly ReadLine[]): number {
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0);
  if (letters === 0) return 0;
  return lines.reduce((sum, line) => sum + line.confidence * line.text.length, 0) / letters;
}
