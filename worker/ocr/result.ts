import type { ReadLine } from './lines.ts';
import type { OcrNotice, OcrRunLines } from '../shapes/ocr.ts';
import type { Line } from '../shapes/transcriptions.ts';
import type { ModelName } from './models.ts';

/** What the reading of one page gives. */
export interface ReadResult {
  /** in reading order; boxes in pixels of the original as it is shown (after EXIF orientation) */
  lines: ReadLine[];
  width: number;
  height: number;
  engine: 'tesseract.js-core';
  engineVersion: string;
  models: { name: ModelName; sha256: string }[];
  parameters: Record<string, string | number>;
  /** peak of Tesseract's memory */
  wasmBytes: number;
  /** wall-clock time; deployed Workers see their clock move only at I/O */
  milliseconds: number;
  warnings: string[];
  /** what whoever reads the text must know of the page */
  notices: OcrNotice[];
  /** where the lines stand; a line's `block` counts them */
  blocks?: OcrRunLines['blocks'];
}

/** A line of a run as the page's text has it; its words stay with the run, by its id. */
export function toTextLine({ id, text, box, confidence }: OcrRunLines['lines'][number]): Line {
  return { id, text, box, confidence: Math.round(confidence) };
}
