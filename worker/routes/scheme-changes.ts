/** What every change of a scheme does beside itself: a new version, and the state before it kept. */
import { inArray, sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { guard, isGuardFailure, isUniqueViolation } from '../db/guards.ts';
import type { Statement } from '../db/client.ts';
import { keepVersion } from '../db/record-versions.ts';
import type { Scholar, SchemeRow, StageRow } from '../db/schemes.ts';
import { type schemes, stages } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { ProblemError } from '../http/problem.ts';
import { type Write, commit } from '../http/write.ts';
import { parentsFirst } from './stage-rows.ts';
import { toScheme } from './stage-shapes.ts';

export interface SchemeWrite<Body> {
  before: SchemeRow;
  action: string;
  /** The names of the fields that were sent, and of which stage where it is one. */
  detail: Record<string, unknown>;
  /** The version that the client read. */
  version: number | undefined;
  changeNote: string | undefined;
  at: number;
  statements: Statement[];
  body: Body;
}

/**
 * Stores a change of a scheme as its next version, together with the state that it replaces.
 * @throws ProblemError `precondition-failed` where somebody changed the scheme meanwhile
 */
export async function commitSchemeChange<Body>(c: Context<AppEnv>, write: SchemeWrite<Body>) {
  const { db } = c.var;
  const { before, version, changeNote, at } = write;
  if (version !== undefined && version !== before.version) throw changedMeanwhile(before.version);
  const subject = `schemes/${before.id}`;
  const next: Write<Body, 200> = {
    action: write.action,
    subject,
    detail: { version: before.version + 1, ...write.detail, ...(changeNote ? { note: changeNote } : {}) },
    statements: [
      guard(db, sql`(select version from schemes where id = ${before.id}) = ${before.version}`),
      keepVersion(db, { subject, version: before.version, snapshot: toScheme(before), at }),
      ...write.statements,
    ],
    reply: { status: 200, body: write.body },
  };
  try {
    return await commit(c, next);
  } catch (error) {
    if (isGuardFailure(error) || isUniqueViolation(error, 'record_versions.')) throw changedMeanwhile();
    throw error;
  }
}

function changedMeanwhile(version?: number): ProblemError {
  const what = version === undefined ? 'Somebody changed it just now' : `It is at version ${version} by now`;
  const extra = version === undefined ? {} : { version };
  return new ProblemError('precondition-failed', `${what}: read it again, and repeat your change on that.`, {
    extra,
  });
}

/** Puts a whole list of stages in the place of the one before; those that are left out are retired. */
export function replaceStages(
  db: AppEnv['Variables']['db'],
  rows: StageRow[],
  before: readonly StageRow[],
  at: number,
): Statement[] {
  const kept = new Set(rows.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  return [
    ...parentsFirst(rows).map((row) =>
      db.insert(stages).values(row).onConflictDoUpdate({ target: stages.id, set: row }),
    ),
    ...(gone.length === 0 ? [] : [db.update(stages).set({ retiredAt: at }).where(inArray(stages.id, gone))]),
  ];
}

/** The columns that make a row the next version. */
export function nextVersion(before: SchemeRow, at: number) {
  return { version: before.version + 1, updatedAt: at } satisfies Partial<typeof schemes.$inferInsert>;
}

/** @throws ProblemError `invalid-request` naming each scholar that is no entity */
export function requireScholars(sent: readonly string[] | undefined, found: readonly Scholar[]): void {
  const known = new Set(found.map(({ named }) => named));
  const errors = (sent ?? []).flatMap((id, index) =>
    known.has(id) ? [] : [{ path: ['scholars', index], code: 'unknown', message: 'No entity has this id.' }],
  );
  if (errors.length > 0) throw new ProblemError('invalid-request', errors[0]?.message, { errors });
}
