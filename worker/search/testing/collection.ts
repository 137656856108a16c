/** Documents to measure search on: each is a page of an issue of its language. */
import { uuidv7 } from 'uuidv7';
import { type Database, type Statement, runBatch } from '../../db/client.ts';
import { issues, pages, publications, revisions } from '../../db/schema.ts';
import { indexPage } from '../index-page.ts';

export interface TestDocument {
  id: string;
  text: string;
  language: string;
  /** Of its issue. */
  orthography?: string;
}

/** Pages that go into one transaction. */
const AT_ONCE = 50;

/** Stores and indexes a collection. @returns its publication, to narrow searches to, and the pages' documents */
export async function loadCollection(
  db: Database,
  documents: readonly TestDocument[],
): Promise<{ publication: string; documentOf: Map<string, TestDocument> }> {
  const now = Date.now();
  const times = { createdAt: now, updatedAt: now };
  const publication = uuidv7();
  const languages = [...new Set(documents.map(({ language }) => language))];
  const issueOf = new Map(documents.map((document) => [writingOf(document), { id: uuidv7(), document }]));
  await runBatch(db, [
    db.insert(publications).values({ id: publication, title: { en: 'Evaluation' }, languages, ...times }),
    ...Array.from(
      issueOf,
      ([
        number,
        {
          id,
          document: { language, orthography },
        },
      ]) =>
        db.insert(issues).values({
          id,
          publicationId: publication,
          number,
          date: { calendar: 'gregorian', edtf: '1917' },
          language,
          orthography,
          ...times,
        }),
    ),
  ]);
  const documentOf = new Map(documents.map((document) => [uuidv7(), document]));
  const rows = [...documentOf].map(([page, document], index) => pageStatements(db, page, document, index));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await runBatch(db, rows.slice(from, from + AT_ONCE).flat());
  return { publication, documentOf };

  function pageStatements(
    database: Database,
    pageId: string,
    document: TestDocument,
    sequence: number,
  ): Statement[] {
    const lines = [{ id: uuidv7(), text: document.text, box: null }];
    const revisionId = uuidv7();
    return [
      database.insert(pages).values({
        id: pageId,
        issueId: issueOf.get(writingOf(document))?.id ?? '',
        sequence,
        scanSha256: '0'.repeat(64),
        scanBytes: 1,
        scanType: 'image/png',
        width: 1,
        height: 1,
        status: 'read',
        layer: 'ocr',
        ...times,
      }),
      database
        .insert(revisions)
        .values({ id: revisionId, pageId, number: 1, origin: 'ocr', lines, createdAt: now }),
      ...indexPage(database, { pageId, revisionId, layer: 'ocr', lines }),
    ];
  }
}

const writingOf = ({ language, orthography = '' }: TestDocument) => `${language} ${orthography}`;
