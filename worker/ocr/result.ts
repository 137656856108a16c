import type { ReadLine } from './lines.ts';
import type { ModelName } from './models.ts';

/** What may be set for a run; it is recorded with the run. */
export interface Parameters {
  /** Tesseract's page segmentation: 3 automatic (its own default 6 damages newspaper pages) */
  pageSegmentation: '3' | '4' | '6' | '11';
}

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
}
