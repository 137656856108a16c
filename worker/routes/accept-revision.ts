/** What a decision about a revision writes. */
import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { carryTags } from '../db/carry-tags.ts';
import type { Database, Statement } from '../db/client.ts';
import { guard } from '../db/guards.ts';
import type { findRevisionInChain } from '../db/revisions.ts';
import { endReservation } from '../db/reservations.ts';
import { pages, revisionReviews, revisions, secondReviews } from '../db/schema.ts';
import { isSampled } from '../domain/second-review.ts';
import { prepareLines, sameLines } from '../domain/transcription.ts';
import { ProblemError } from '../http/problem.ts';
import { indexPage } from '../search/index-page.ts';
import {
  type Line,
  type LineNote,
  MAX_LINES,
  MAX_LINE_LENGTH,
  type TranscriptionSave,
} from '../shapes/transcriptions.ts';

type Found = Awaited<ReturnType<typeof findRevisionInChain>>;

/** A revision that waits for a decision, with its page. */
export interface Waiting {
  revision: typeof revisions.$inferSelect;
  page: typeof pages.$inferSelect;
  tags: Found['tags'];
}

export interface Decision {
  review: typeof revisionReviews.$inferInsert;
  /** The text with the reviewer's corrections; null where nothing was corrected. */
  corrected: typeof revisions.$inferInsert | null;
  /** Of so many accepted texts one goes to a second reviewer; 0: none. */
  secondEvery: number;
}

/**
 * The reviewer's own revision, on top of the reviewed one; null where the sent lines are those that stand there.
 * @throws ProblemError `invalid-request` with every line that cannot be stored
 */
export function correct(
  { revision, page }: Waiting,
  sent: Pick<TranscriptionSave, 'lines'> | undefined,
  reviewerId: string,
  now: number,
): (typeof revisions.$inferInsert & { lines: Line[] }) | null {
  if (sent === undefined) return null;
  const limits = {
    width: page.width,
    height: page.height,
    maxLines: MAX_LINES,
    maxTextLength: MAX_LINE_LENGTH,
  };
  const prepared = prepareLines(sent.lines, revision.lines, limits, uuidv7);
  if ('problems' in prepared) {
    const errors = prepared.problems.map((problem) => ({
      ...problem,
      path: ['corrections', ...problem.path],
    }));
    throw new ProblemError('invalid-request', errors[0]?.message, { errors });
  }
  if (sameLines(prepared.lines, revision.lines)) return null;
  return {
    id: uuidv7(),
    pageId: page.id,
    number: revision.number + 1,
    parentId: revision.id,
    origin: 'review',
    authorId: reviewerId,
    lines: prepared.lines,
    createdAt: now,
    submittedAt: now,
    acceptedAt: now,
  };
}

/**
 * Notes on lines with what the lines say, so that each can be understood when its line is another or gone.
 * @throws ProblemError `invalid-request` where a note is on no line of the revision
 */
export function noteLines(
  lines: readonly Line[],
  sent: readonly { line: string; note: string }[],
): LineNote[] | null {
  if (sent.length === 0) return null;
  const places = new Map(lines.map((line, index) => [line.id, index]));
  const errors = sent.flatMap(({ line }, index) =>
    places.has(line)
      ? []
      : [{ path: ['lineNotes', index, 'line'], code: 'unknown', message: 'The revision has no such line.' }],
  );
  if (errors.length > 0) throw new ProblemError('invalid-request', errors[0]?.message, { errors });
  return sent
    .map(({ line, note }) => {
      const index = places.get(line) ?? 0;
      return { line, note, number: index + 1, quote: lines[index]?.text ?? '' };
    })
    .toSorted((a, b) => a.number - b.number);
}

/** Statements that store a decision; they fail as a guard does where the revision is no longer the newest. */
export function decide(db: Database, waiting: Waiting, decision: Decision): Statement[] {
  const { revision, page } = waiting;
  const { review, corrected } = decision;
  const now = review.at;
  const accepted = review.decision === 'accept';
  return [
    guard(
      db,
      sql`exists (select 1 from pages where id = ${page.id} and current_revision_id = ${revision.id})`,
    ),
    db.insert(revisionReviews).values(review),
    db
      .update(revisions)
      .set(accepted ? { acceptedAt: now } : { returnedAt: now })
      .where(eq(revisions.id, revision.id)),
    ...(corrected ? [db.insert(revisions).values(corrected)] : []),
    ...(accepted
      ? accept(db, waiting, decision)
      : [
          db
            .update(pages)
            .set({ status: 'draft', submittedAt: null, updatedAt: now })
            .where(eq(pages.id, page.id)),
        ]),
    endReservation(db, page.id, review.reviewerId, now),
  ];
}

function accept(db: Database, waiting: Waiting, { review, corrected, secondEvery }: Decision): Statement[] {
  const { revision, page, tags } = waiting;
  const text = corrected ?? revision;
  const now = review.at;
  return [
    db
      .update(pages)
      .set({
        status: 'accepted',
        layer: 'reviewed',
        submittedAt: null,
        updatedAt: now,
        currentRevisionId: text.id,
        acceptedRevisionId: text.id,
      })
      .where(eq(pages.id, page.id)),
    ...indexPage(db, { pageId: page.id, revisionId: text.id, layer: 'reviewed', lines: text.lines }),
    ...(corrected
      ? carryTags(db, tags, {
          pageId: page.id,
          revisionId: corrected.id,
          before: revision.lines,
          after: corrected.lines,
        })
      : []),
    ...(isSampled(text.id, secondEvery)
      ? [db.insert(secondReviews).values({ revisionId: text.id, askedAt: now })]
      : []),
  ];
}
