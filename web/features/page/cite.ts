/** How a page is cited, and its text as a file. Words come from the caller, in the language of the UI. */
import type { WorkLines } from './lines.ts';

export interface CitedPage {
  publication: string;
  /** As the language writes it: "No. 12". */
  number: string;
  /** In both calendars, where the source has another one. */
  date: string;
  /** "p. 3" */
  page: string;
  permalink: string;
}

/** @example citation(page) // 'Qazaq, No. 12, 5 (18) July 1917, p. 3. https://…/pages/…' */
export function citation({ publication, number, date, page, permalink }: CitedPage): string {
  return `${publication}, ${number}, ${date}, ${page}. ${permalink}`;
}

/** The saved text, one printed line a line, headed by its citation. */
export function textFile(lines: WorkLines, cited: string): string {
  return `${cited}\n\n${lines.map((line) => line.text).join('\n')}\n`;
}

/** A file name that every system takes: letters and digits of any script, joined by hyphens. */
export function fileName(...parts: string[]): string {
  const name = parts
    .join(' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${name.slice(0, 100) || 'page'}.txt`;
}
