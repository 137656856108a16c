/** A new revision on top of the current one: what a save and a restore have in common. */
import { eq, sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { uuidv7 } from 'uuidv7';
import type { Statement } from '../db/client.ts';
import { carryTags } from '../db/carry-tags.ts';
import { guard, isGuardFailure, isUniqueViolation } from '../db/guards.ts';
import { endReservation } from '../db/reservations.ts';
import { type RevisionRow, findTranscription } from '../db/revisions.ts';
import { pages, revisions, type tags } from '../db/schema.ts';
import { layerOf, pageStatusOf } from '../domain/review.ts';
import { countChangedWords } from '../domain/review-effort.ts';
import type { AppEnv } from '../env.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { indexPage, unindexPage } from '../search/index-page.ts';
import type { Line, TranscriptionSave } from '../shapes/transcriptions.ts';
import { requestSuggestions } from '../suggestions/request.ts';
import { namesText, toRevision, toTranscription, transcriptionTag } from './revision-shapes.ts';

export interface SaveBase {
  page: typeof pages.$inferSelect;
  current: RevisionRow | undefined;
  /** Tags of the page that follow its text. */
  tags: (typeof tags.$inferSelect)[];
  /** What a reviewer will compare the text with; only looked for where it is handed in. */
  compared?: { lines: Line[] } | undefined;
}

export interface NewRevision {
  lines: Line[];
  origin: 'volunteer' | 'restore';
  note: string | null;
  submit: boolean;
  /** For the action log. */
  action: string;
  /** What the client sent, to be handed back with a conflict. */
  yours: TranscriptionSave;
}

/**
 * The If-Match header must name the current revision.
 * @throws ProblemError `precondition-required`, or `stale-save` with both versions
 */
export function requireFresh(c: Context<AppEnv>, base: SaveBase, yours: TranscriptionSave): void {
  const header = c.req.header('if-match');
  if (header === undefined || header.trim() === '*') {
    throw new ProblemError(
      'precondition-required',
      'Send If-Match with the ETag of the transcription you have read.',
    );
  }
  if (!header.split(',').some((tag) => namesText(tag, base.page.id, base.current))) {
    throw conflict(base, yours);
  }
}

/**
 * Stores the revision, what it means for the page, its tags and the index, as one transaction.
 * @throws ProblemError `stale-save` where another save was stored meanwhile
 */
export async function saveRevision(c: Context<AppEnv>, base: SaveBase, next: NewRevision) {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await storeRevision(c, base, next);
      c.executionCtx.waitUntil(requestSuggestions(c.env, base.page.id));
      return answer;
    } catch (error) {
      const raced = isUniqueViolation(error, 'revisions.number') || isGuardFailure(error);
      if (!raced) throw error;
      if (attempt === MOST_ATTEMPTS) throw new ProblemError('unavailable', undefined, { cause: error });
      const { page, ...rest } = await findTranscription(c.var.db, base.page.id, next.submit);
      base = { ...rest, page: page ?? base.page };
      requireFresh(c, base, next.yours);
    }
  }
}

/** How often tags and reviews that come in between may make a save begin anew. */
const MOST_ATTEMPTS = 5;

async function storeRevision(c: Context<AppEnv>, base: SaveBase, next: NewRevision) {
  const { db, principal } = c.var;
  const { page, current } = base;
  const now = Date.now();
  const revision = {
    id: uuidv7(),
    pageId: page.id,
    number: (current?.revision.number ?? 0) + 1,
    parentId: page.currentRevisionId,
    origin: next.origin,
    authorId: principal.id,
    ocrRunId: null,
    note: next.note,
    createdAt: now,
    submittedAt: next.submit ? now : null,
    acceptedAt: null,
    returnedAt: null,
    lines: next.lines,
  };
  const layer = layerOf({
    hasAcceptedRevision: page.acceptedRevisionId !== null,
    currentOrigin: revision.origin,
    hasText: next.lines.some((line) => line.text.trim() !== ''),
  });
  const status = pageStatusOf({ current: revision, job: null });
  const before = current?.revision.lines ?? [];
  const statements: Statement[] = [
    // A review in between changes what the save means for the page.
    guard(
      db,
      sql`exists (select 1 from pages where id = ${page.id} and accepted_revision_id is ${page.acceptedRevisionId})`,
    ),
    db.insert(revisions).values(revision),
    db
      .update(pages)
      .set({
        currentRevisionId: revision.id,
        status,
        layer,
        submittedAt: revision.submittedAt,
        ...(next.submit ? effortOf(base, next.lines) : {}),
        updatedAt: now,
      })
      .where(eq(pages.id, page.id)),
    // An accepted text stays what is searched until a newer one is accepted.
    ...(layer === 'transcribed'
      ? indexPage(db, { pageId: page.id, revisionId: revision.id, layer, lines: next.lines })
      : []),
    ...(layer === 'none' ? unindexPage(db, page.id) : []),
    ...carryTags(db, base.tags, { pageId: page.id, revisionId: revision.id, before, after: next.lines }),
    ...(next.submit ? [endReservation(db, page.id, principal.id, now)] : []),
  ];
  const row = {
    revision,
    authorName: principal.name,
    review: null,
    reviewerName: null,
    currentRevisionId: revision.id,
  };
  return commit(c, {
    action: next.action,
    subject: `pages/${page.id}`,
    detail: { revision: revision.id, submitted: next.submit },
    statements,
    reply: {
      status: 201,
      headers: { location: `/api/v1/revisions/${revision.id}`, etag: transcriptionTag(page.id, row) },
      body: toRevision(row),
    },
  });
}

/** What reviewing a text that is handed in will take. */
function effortOf({ compared, page }: SaveBase, lines: readonly Line[]) {
  const { changed, words } = countChangedWords(compared?.lines ?? [], lines);
  const comparedWith = compared ? (page.acceptedRevisionId === null ? 'ocr' : 'accepted') : 'nothing';
  return { changedWords: changed, textWords: words, comparedWith } as const;
}

function conflict(base: SaveBase, yours: TranscriptionSave): ProblemError {
  const { page, current } = base;
  return new ProblemError(
    'stale-save',
    'Nothing is lost: `current` is what was saved, `yours` what you sent. Merge them and save again.',
    {
      extra: { current: toTranscription(page.id, page.createdAt, current), yours },
      headers: { etag: transcriptionTag(page.id, current) },
    },
  );
}
