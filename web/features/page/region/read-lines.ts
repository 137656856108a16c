/** What Tesseract read in a region, as lines on the scan. Pure. */
import { tidyReading } from '../../../../worker/domain/text/tidy-reading.ts';
import type { Box } from '../../../../worker/shapes/common.ts';
import type { Size } from '../scan/boxes/box-geometry.ts';

export interface ReadWord {
  text: string;
  /** 0–100 */
  confidence: number;
}

export interface ReadLine {
  text: string;
  /** In pixels of the scan. */
  box: Box;
  /** 0–100: the mean of its words by their length. */
  confidence: number;
  words: ReadWord[];
}

interface Bounds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The part of tesseract.js's answer that is used. */
export interface RawBlock {
  paragraphs: { lines: { bbox: Bounds; words: { text: string; confidence: number }[] }[] }[];
}

/** How pixels of the picture lie on the scan: scan = offset + picture / scale. */
export interface PicturePlace {
  left: number;
  top: number;
  scale: number;
  scan: Size;
}

/** Lines in reading order; those without a letter or sign are left out. */
export function linesOf(blocks: readonly RawBlock[], place: PicturePlace): ReadLine[] {
  return blocks
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
    .flatMap(({ bbox, words: raw }): ReadLine[] => {
      const words = raw.flatMap(({ text, confidence }): ReadWord[] => {
        const tidy = tidyReading(text).trim();
        return tidy === '' ? [] : [{ text: tidy, confidence: Math.min(100, Math.max(0, confidence)) }];
      });
      if (words.length === 0) return [];
      const letters = words.reduce((sum, { text }) => sum + text.length, 0);
      const weighed = words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0);
      return [
        {
          text: words.map(({ text }) => text).join(' '),
          box: boxOf(bbox, place),
          confidence: Math.round(weighed / letters),
          words,
        },
      ];
    });
}

const within = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);

function boxOf({ x0, y0, x1, y1 }: Bounds, { left, top, scale, scan }: PicturePlace): Box {
  const x = within(left + x0 / scale, scan.width - 1);
  const y = within(top + y0 / scale, scan.height - 1);
  return [
    x,
    y,
    Math.max(1, within(left + x1 / scale, scan.width) - x),
    Math.max(1, within(top + y1 / scale, scan.height) - y),
  ];
}
