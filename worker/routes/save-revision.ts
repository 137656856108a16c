/** A new revision on top of the current one: what a save and a restore have in common. */
import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { uuidv7 } from 'uuidv7';
import type { Statement } from '../db/client.ts';
import { isUniqueViolation } from '../db/guards.ts';
import { type RevisionRow, findTranscription } from '../db/revisions.ts';
import { pages, revisions, type tags } from '../db/schema.ts';
import { layerOf, pageStatusOf } from '../domain/review.ts';
import type { AppEnv } from '../env.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { indexPage, unindexPage } from '../search/index-page.ts';
import type { Line, TranscriptionSave } from '../shapes/transcriptions.ts';
import { carryTags } from './carry-tags.ts';
import { toRevision, toTranscription, transcriptionTag } from './revision-shapes.ts';

export interface SaveBase {
  page: typeof pages.$inferSelect;
  current: RevisionRow | undefined;
  /** Proposed and approved tags of the page. */
  tags: (typeof tags.$inferSelect)[];
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
  // A proxy that compresses may have made the tag weak; it names the same revision.
  const named = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!named.includes(transcriptionTag(base.page.id, base.page.currentRevisionId)))
    throw conflict(base, yours);
}

/** Stores the revision, what it means for the page, its tags and the index, as one transaction. */
export async function saveRevision(c: Context<AppEnv>, base: SaveBase, next: NewRevision) {
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
  const statements: Statement[] = [
    db.insert(revisions).values(revision),
    db
      .update(pages)
      .set({
        currentRevisionId: revision.id,
        status,
        layer,
        submittedAt: revision.submittedAt,
        updatedAt: now,
      })
      .where(eq(pages.id, page.id)),
    // An accepted text stays what is searched until a newer one is accepted.
    ...(layer === 'transcribed'
      ? indexPage(db, { pageId: page.id, revisionId: revision.id, layer, lines: next.lines })
      : []),
    ...(layer === 'none' ? unindexPage(db, page.id) : []),
    ...carryTags(db, base.tags, current?.revision.lines ?? [], next.lines, revision.id),
  ];
  const row = {
    revision,
    authorName: principal.name,
    review: null,
    reviewerName: null,
    currentRevisionId: revision.id,
  };
  try {
    return await commit(c, {
      action: next.action,
      subject: `pages/${page.id}`,
      detail: { revision: revision.id, submitted: next.submit },
      statements,
      reply: {
        status: 201,
        headers: {
          location: `/api/v1/revisions/${revision.id}`,
          etag: transcriptionTag(page.id, revision.id),
        },
        body: toRevision(row),
      },
    });
  } catch (error) {
    if (!isUniqueViolation(error, 'revisions.number')) throw error;
    // Another save on the same parent was stored first.
    const after = await findTranscription(db, page.id);
    throw conflict({ ...base, page: after.page ?? page, current: after.current }, next.yours);
  }
}

function conflict(base: SaveBase, yours: TranscriptionSave): ProblemError {
  const { page, current } = base;
  return new ProblemError(
    'stale-save',
    'Nothing is lost: `current` is what was saved, `yours` what you sent. Merge them and save again.',
    {
      extra: { current: toTranscription(page.id, page.createdAt, current), yours },
      headers: { etag: transcriptionTag(page.id, page.currentRevisionId) },
    },
  );
}
