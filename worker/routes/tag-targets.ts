/** What a tag may point at, and what must still hold when it is stored. */
import { sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/client.ts';
import { guard, isGuardFailure } from '../db/guards.ts';
import { type TagRow, findTag } from '../db/tags.ts';
import { type Anchor, checkSpan, describeSpan } from '../domain/anchors/span.ts';
import type { TagRefusal } from '../domain/tag-review.ts';
import { ProblemError } from '../http/problem.ts';
import type { TagTarget } from '../shapes/tags.ts';
import type { Line } from '../shapes/transcriptions.ts';

/** The anchor of a span in the current text; null for a target that is no span. @throws ProblemError */
export function anchorOf(
  target: TagTarget,
  lines: readonly Line[],
  page: { width: number; height: number },
): Anchor | null {
  if (target.type === 'region') {
    const [x, y, width, height] = target.box;
    if (x + width > page.width || y + height > page.height)
      throw targetProblem('box', 'The region reaches beyond the scan.');
  }
  if (target.type !== 'span') return null;
  const line = lines.find((candidate) => candidate.id === target.line);
  if (!line) throw textChanged();
  if (target.start >= target.end) throw targetProblem('end', 'The end of a span comes after its start.');
  if (line.text.slice(target.start, target.end) !== target.quote) throw textChanged();
  const problem = checkSpan(line, target.start, target.end);
  if (problem) throw targetProblem('end', problem.message);
  return describeSpan(line, target.start, target.end);
}

/** The line of a span as `TagRow` has it: JSON. */
export function lineOf(target: TagTarget, lines: readonly Line[]): string | null {
  const line = target.type === 'span' && lines.find(({ id }) => id === target.line);
  return line ? JSON.stringify({ text: line.text, box: line.box }) : null;
}

function targetProblem(field: string, message: string): ProblemError {
  return new ProblemError('invalid-request', message, {
    errors: [{ path: ['target', field], code: 'target', message }],
  });
}

export function textChanged(): ProblemError {
  return new ProblemError(
    'text-changed',
    'The current text does not say this there. Read the page again and select anew.',
  );
}

/** The page must still have the text that was read. */
export function guardCurrent(db: Database, pageId: string, revisionId: string | null): Statement {
  return guard(
    db,
    sql`exists (select 1 from pages where id = ${pageId} and current_revision_id is ${revisionId})`,
  );
}

/** The tag must still be as it was read. */
export function guardState(db: Database, tag: TagRow['tag']): Statement {
  return guard(
    db,
    sql`exists (select 1 from tags where id = ${tag.id} and state = ${tag.state} and decision is ${tag.decision} and deleted_at is null)`,
  );
}

/** @throws ProblemError `not-found` */
export async function requireTag(db: Database, id: string): Promise<TagRow> {
  const row = await findTag(db, id);
  if (!row) throw noSuchTag();
  return row;
}

export function noSuchTag(): ProblemError {
  return new ProblemError('not-found', 'No tag has this id.');
}

export function alreadyDecided(state: string): ProblemError {
  return new ProblemError('already-decided', `This tag is ${state} by now.`);
}

/** Why a decision is refused, in words. */
export function refusal(reason: TagRefusal, state: string): ProblemError {
  if (reason === 'already-decided') return alreadyDecided(state);
  return new ProblemError(
    reason,
    reason === 'own-work'
      ? 'Another reviewer has to decide on this tag.'
      : 'The words that this tag quoted are no longer in the text. Place it where they are now, or reject it.',
  );
}

/** Names the failure of a guard on a tag. */
export async function namingRaces<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isGuardFailure(error))
      throw new ProblemError(
        'already-decided',
        'Somebody changed this tag at the same moment. Read it again.',
      );
    throw error;
  }
}
