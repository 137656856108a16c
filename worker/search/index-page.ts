/** Keeping the full-text index in step: statements that go into the batch of the change itself. */
import { eq, sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/client.ts';
import { searchPages } from '../db/schema.ts';
import { FOLD_VERSION } from '../domain/text/fold.ts';
import type { Layer } from '../shapes/pages.ts';
import { addWords } from './vocabulary.ts';
import { indexWords } from './words.ts';

export interface IndexedText {
  pageId: string;
  revisionId: string;
  layer: Layer;
  lines: readonly { text: string }[];
}

/** Statements that make this text what search finds on the page, in place of what it found before. */
export function indexPage(db: Database, indexed: IndexedText): Statement[] {
  const { pageId, revisionId, layer } = indexed;
  const { written, keys } = indexWords(indexed.lines.map((line) => line.text));
  const rowOfPage = rowOf(pageId);
  const row = {
    revisionId,
    layer,
    foldVersion: FOLD_VERSION,
    words: keys === '' ? 0 : keys.split(' ').length,
    indexedAt: Date.now(),
  };
  return [
    db
      .insert(searchPages)
      .values({ pageId, ...row })
      .onConflictDoUpdate({ target: searchPages.pageId, set: row }),
    addWords(
      db,
      keys,
      sql`coalesce((select i.old from pages p join search_issues i on i.id = p.issue_id where p.id = ${pageId}), 0)`,
    ),
    db.run(sql`delete from search_words where rowid = ${rowOfPage}`),
    db.run(sql`insert into search_words (rowid, word, key) values (${rowOfPage}, ${written}, ${keys})`),
  ];
}

/** Statements after which search finds nothing on the page. */
export function unindexPage(db: Database, pageId: string): Statement[] {
  return [
    db.run(sql`delete from search_words where rowid = ${rowOf(pageId)}`),
    db.delete(searchPages).where(eq(searchPages.pageId, pageId)),
  ];
}

function rowOf(pageId: string) {
  return sql`(select ${searchPages.rowid} from ${searchPages} where ${searchPages.pageId} = ${pageId})`;
}
