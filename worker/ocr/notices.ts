/** What whoever reads the text must know of the page, in stable codes and plain English. */
import type { OcrNotice, OcrNoticeCode } from '../shapes/ocr.ts';

const MESSAGES: Record<OcrNoticeCode, string> = {
  blank:
    'Nothing printed was found. If there is something, type it by hand or read it again with other settings.',
  'picture-only':
    'Only a picture was found, no text. If there is text, draw a region around it and read that.',
  'nothing-read': 'There is print, but nothing of it could be read.',
  'turned-90': 'The scan lay on its side and was turned to be read.',
  'turned-180': 'The scan stood upside down and was turned to be read.',
  'turned-270': 'The scan lay on its side and was turned to be read.',
  deskewed: 'The lines were skewed and were made level to be read, by so many degrees:',
  'low-resolution':
    'The scan is too small to be read well: its letters are lower than eleven pixels. Scan it with 300 dots per inch. Dots per inch, about:',
  unreliable:
    'This reading is not to be relied on: it is handwriting, or print too poor for these models. Compare every word with the scan.',
  'other-script': 'The page seems to be in a script or a type that these models do not know. Found:',
  'mixed-scripts': 'The page has blocks in both scripts; each was read with its own models.',
  'several-pictures': 'The file holds several pictures; only the first was read. It holds:',
  incomplete: 'A part of the page could not be read; what was read is kept.',
};

export function notice(code: OcrNoticeCode, value?: string | number): OcrNotice {
  const message = value === undefined ? MESSAGES[code] : `${MESSAGES[code]} ${value}`;
  return { code, ...(value === undefined ? {} : { value }), message };
}
