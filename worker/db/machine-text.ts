/** The text of a page that no person has written: a reading, or what somebody chose of several. */
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { indexPage } from '../search/index-page.ts';
import type { Line } from '../shapes/transcriptions.ts';
import { carryTags } from './carry-tags.ts';
import type { Database, Statement } from './client.ts';
import type { findTextState } from './jobs.ts';
import { pages, revisions } from './schema.ts';

type TextState = NonNullable<Awaited<ReturnType<typeof findTextState>>>;

/** Whether what the page says comes from a machine, or it says nothing yet. */
export function isUnwritten(state: TextState): boolean {
  return state.origin === null || state.origin === 'ocr';
}

/**
 * Statements that make these lines the page's text, with its tags and in the index. They fail on
 * `revisions.number` where somebody saved since `state` was read.
 * @param run whose lines they are; null: of several
 */
export function storeMachineText(
  db: Database,
  state: TextState,
  { run, lines }: { run: string | null; lines: Line[] },
): Statement[] {
  const pageId = state.page.id;
  const revisionId = uuidv7();
  const now = Date.now();
  return [
    db.insert(revisions).values({
      id: revisionId,
      pageId,
      number: (state.number ?? 0) + 1,
      parentId: state.page.currentRevisionId,
      origin: 'ocr',
      ocrRunId: run,
      lines,
      createdAt: now,
    }),
    db
      .update(pages)
      .set({
        currentRevisionId: revisionId,
        ...(run === null ? {} : { ocrRunId: run }),
        status: 'read',
        layer: 'ocr',
        updatedAt: now,
      })
      .where(eq(pages.id, pageId)),
    ...indexPage(db, { pageId, revisionId, layer: 'ocr', lines }),
    ...carryTags(db, state.tags, { pageId, revisionId, before: state.lines ?? [], after: lines }),
  ];
}
