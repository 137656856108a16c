/** How often words stand in the texts, by month or year: counted in the index, which knows every place of a word. */
import { type SQL, sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/client.ts';
import type { Layer } from '../shapes/pages.ts';
import { type SearchFilter, indexedCondition, selectCoverage } from './filter.ts';

/** One word, or up to three that follow each other, in one form of the index. */
export interface Ngram {
  form: 'word' | 'key';
  words: readonly string[];
}

/** `period` is a month or a year, or else says why there is none. */
export interface NgramCount {
  period: string;
  occurrences: number;
  pages: number;
}

export interface NgramCounts {
  counts: NgramCount[][];
  totals: { period: string; words: number; pages: number }[];
  pagesByLayer: { layer: Layer | 'none'; count: number }[];
}

/** Of dates that span more than one period, and of none: they sort after all periods. */
export const VAGUE = 'vague';
export const UNDATED = 'undated';

/** One round trip, however many words. */
export async function countNgrams(
  db: Database,
  ngrams: readonly Ngram[],
  filter: SearchFilter,
  by: 'month' | 'year',
): Promise<NgramCounts> {
  const period = periodOf(by);
  const where = indexedCondition(filter);
  const statements: Statement[] = [
    db.all(sql`select ${period} as period, sum(sp.words) as words, count(*) as pages
      from search_pages sp where ${where} group by 1 order by 1`),
    db.all(selectCoverage(filter)),
    ...ngrams.map((ngram) =>
      db.all(sql`select ${period} as period, sum(found.n) as occurrences, count(*) as pages
        from (${occurrences(ngram)}) found cross join search_pages sp on sp.rowid = found.doc
        where ${where} group by 1 order by 1`),
    ),
  ];
  const [totals, pagesByLayer, ...counts] = (await db.batch(
    statements as [Statement, ...Statement[]],
  )) as unknown[];
  return {
    totals: totals as NgramCounts['totals'],
    pagesByLayer: pagesByLayer as NgramCounts['pagesByLayer'],
    counts: counts as NgramCount[][],
  };
}

const name = (index: number) => sql.raw(`w${index}`);

/** Pages with the number of places: `doc`, `n`. */
function occurrences({ form, words }: Ngram): SQL {
  const places = (word: string) =>
    sql`select doc, offset from search_instances where term = ${word} and col = ${form}`;
  const [first = '', ...others] = words;
  if (others.length === 0) return sql`select doc, count(*) as n from (${places(first)}) group by doc`;
  // The full-text index knows the pages with the phrase. Their places are written down once each, in order, since
  // looking them up word by word reads a frequent word's whole list each time.
  const phrase = `${form} : "${words.join(' ')}"`;
  const lists = words.map(
    (word, index) => sql`${name(index)} as materialized (
      select doc, offset - ${sql.raw(String(index))} as start from (${places(word)}) where doc in (select id from with_phrase))`,
  );
  const joins = others.map((_, index) => sql`join ${name(index + 1)} using (doc, start)`);
  return sql`with with_phrase as materialized (select rowid as id from search_words where search_words match ${phrase}),
    ${sql.join(lists, sql`, `)}
    select doc, count(*) as n from w0 ${sql.join(joins, sql` `)} group by doc`;
}

const periodOf = (by: 'month' | 'year') => {
  const length = sql.raw(by === 'month' ? '7' : '4');
  return sql`case
    when sp.earliest is null or sp.latest is null then ${UNDATED}
    when substr(sp.earliest, 1, ${length}) = substr(sp.latest, 1, ${length}) then substr(sp.earliest, 1, ${length})
    else ${VAGUE} end`;
};
