/** Fills a migrated database with made pages, as saving them would, but quickly. */
import Database from 'libsql';
import { FOLD_VERSION, foldWord } from '../../../domain/text/fold.ts';
import { tokenise } from '../../../domain/text/tokens.ts';
import { skeletonOf } from '../../../domain/text/vowels-left-out.ts';
import { literalWord } from '../../../search/words.ts';
import type { Corpus } from './corpus.ts';

const PUBLICATIONS = 20;
const PAGES_PER_ISSUE = 4;
const FIRST_DAY = Date.UTC(1905, 0, 1);
const LAST_DAY = Date.UTC(1920, 11, 31);
const DAY = 86_400_000;

/** @returns the bytes of text, as UTF-8 */
export function fillDatabase(
  file: string,
  corpus: Corpus,
  pages: number,
  progress: (done: number) => void,
): number {
  const db = new Database(file);
  db.exec('pragma synchronous = off; pragma cache_size = -400000');
  // Larger pieces at a time and no merging in between: `optimize` merges all at the end.
  db.exec("insert into search_words (search_words, rank) values ('hashsize', 100000000)");
  db.exec("insert into search_words (search_words, rank) values ('automerge', 0)");
  const statement = (sql: string) => db.prepare(sql);
  const publication = statement(
    'insert into publications (id, title, languages, created_at, updated_at) values (?, ?, ?, 0, 0)',
  );
  const issue = statement(
    `insert into issues (id, publication_id, number, date, earliest, latest, language, script, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)`,
  );
  const page = statement(
    `insert into pages (id, issue_id, sequence, scan_sha256, scan_bytes, scan_type, width, height, status, layer, created_at, updated_at)
     values (?, ?, ?, ?, 1, 'image/png', 2000, 3000, 'read', ?, 0, 0)`,
  );
  const revision = statement(
    `insert into revisions (id, page_id, number, origin, lines, created_at) values (?, ?, 1, 'ocr', ?, 0)`,
  );
  const searchPage = statement(
    `insert into search_pages (rowid, page_id, revision_id, layer, fold_version, words, indexed_at) values (?, ?, ?, ?, ?, ?, 0)`,
  );
  const searchWords = statement('insert into search_words (rowid, word, key) values (?, ?, ?)');
  const vocabulary = statement(
    'insert or ignore into search_vocabulary (key, skeleton, old) values (?, ?, 0)',
  );

  const keys = new Map<string, string>();
  const known = new Set<string>();
  const keyOf = (word: string) => {
    let key = keys.get(word);
    if (key === undefined) keys.set(word, (key = foldWord(word)));
    return key;
  };
  let bytes = 0;
  db.exec('begin');
  for (let n = 0; n < PUBLICATIONS; n++)
    publication.run(`b${n}`, JSON.stringify({ kk: `Газет ${n}` }), '["kk-Arab"]');
  for (let n = 0; n < pages; n++) {
    const { lines, script } = corpus.page();
    const issueId = `i${Math.floor(n / PAGES_PER_ISSUE)}`;
    if (n % PAGES_PER_ISSUE === 0) {
      const time = FIRST_DAY + Math.floor(((LAST_DAY - FIRST_DAY) / DAY) * (n / pages)) * DAY;
      const day = new Date(time).toISOString().slice(0, 10);
      const date = JSON.stringify({ calendar: 'gregorian', edtf: day });
      issue.run(issueId, `b${n % PUBLICATIONS}`, String(n), date, day, day, 'kk-Arab', script);
    }
    const layer = (['ocr', 'ocr', 'transcribed', 'reviewed'] as const)[n % 4]!;
    page.run(`p${n}`, issueId, n % PAGES_PER_ISSUE, String(n), layer);
    const boxes = lines.map((text, index) => ({ id: `l${index}`, text, box: [100, 50 * index, 1800, 40] }));
    revision.run(`r${n}`, `p${n}`, JSON.stringify(boxes));
    const words = lines.flatMap((line) => tokenise(line).map((token) => literalWord(token.text)));
    const folded = words.map(keyOf);
    searchPage.run(n + 1, `p${n}`, `r${n}`, layer, FOLD_VERSION, words.length);
    searchWords.run(n + 1, words.join(' '), folded.join(' '));
    for (const key of folded) {
      if (known.has(key)) continue;
      known.add(key);
      vocabulary.run(key, skeletonOf(key));
    }
    bytes += Buffer.byteLength(lines.join('\n'));
    if (n % 1000 === 999) {
      db.exec('commit');
      progress(n + 1);
      db.exec('begin');
    }
  }
  // As if each text had been saved, and the gazetteer had looked at it: nothing is left for the clock to do.
  db.exec(`update pages set current_revision_id = 'r' || substr(id, 2), suggested_revision_id = 'r' || substr(id, 2),
    suggested_rules = 1000000, accepted_revision_id = case layer when 'reviewed' then 'r' || substr(id, 2) end`);
  db.exec('commit');
  db.exec("insert into search_words (search_words) values ('optimize')");
  db.exec("insert into search_words (search_words, rank) values ('hashsize', 1048576)");
  db.exec("insert into search_words (search_words, rank) values ('automerge', 4)");
  db.exec('analyze');
  db.pragma('wal_checkpoint(truncate)');
  db.close();
  return bytes;
}

/** Bytes that the full-text index and the vocabulary take in the file. */
export function indexBytes(file: string): number {
  const db = new Database(file, { readonly: true });
  const row = db
    .prepare(
      `select sum(pgsize) as bytes from dbstat where name like 'search\\_words\\_%' escape '\\' or name like 'search\\_vocabulary%' escape '\\' `,
    )
    .get() as { bytes: number };
  db.close();
  return row.bytes;
}
