/** Hits as files: a row for each line that matches. */
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import type { Cell } from '../formats/csv.ts';
import type { SearchHit, SearchMatch } from '../shapes/search.ts';
import { type Format, pageUrl, sendFile } from './export-format.ts';
import { inLanguages, textCells } from './send-csv.ts';

/** Where a row comes from: the same columns in every file that search makes. */
export const SOURCE_COLUMNS = [
  'publication',
  ...inLanguages('publication_title'),
  'issue',
  'issue_number',
  'date_printed',
  'calendar',
  'edtf',
  'earliest',
  'latest',
  'language',
  'layer',
  'page',
  'page_label',
  'page_url',
  'line',
  'x',
  'y',
  'width',
  'height',
];

type Source = Pick<
  SearchHit,
  | 'publication'
  | 'publicationTitle'
  | 'issue'
  | 'issueNumber'
  | 'date'
  | 'earliest'
  | 'latest'
  | 'language'
  | 'layer'
  | 'page'
  | 'pageLabel'
  | 'line'
  | 'box'
>;

export function sourceCells(c: Context<AppEnv>, row: Source): Cell[] {
  return [
    row.publication,
    ...textCells(row.publicationTitle),
    row.issue,
    row.issueNumber,
    row.date.printed,
    row.date.calendar,
    row.date.edtf,
    row.earliest,
    row.latest,
    row.language,
    row.layer,
    row.page,
    row.pageLabel,
    pageUrl(c, row.page, row.line),
    row.line,
    ...(row.box ?? [null, null, null, null]),
  ];
}

interface LineRow extends Omit<SearchHit, 'matches'> {
  words: string[];
}

export function sendHits(c: Context<AppEnv>, format: Exclude<Format, 'json'>, hits: readonly SearchHit[]) {
  return sendFile<LineRow>(c, format, {
    name: 'search',
    columns: [...SOURCE_COLUMNS, 'rule', 'words', 'text'],
    rows: hits.flatMap(({ matches, ...hit }) =>
      matches.map((match) => ({ ...hit, ...match, words: wordsOf(match) })),
    ),
    // Words hold no spaces.
    toCells: (row) => [...sourceCells(c, row), row.rule, row.words.join(' '), row.snippet],
    toObject: (row) => ({ ...row, pageUrl: pageUrl(c, row.page, row.line) }),
  });
}

const wordsOf = ({ snippet, highlights }: SearchMatch) =>
  highlights.map(([start, end]) => snippet.slice(start, end));
