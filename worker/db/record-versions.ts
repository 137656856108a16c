/** Earlier states of records, and who changed them. */
import { asc, desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Database, Statement } from './client.ts';
import { actions, recordVersions, users } from './schema.ts';

/**
 * Keeps the state that a change is about to replace, in the change's own batch. `version` is the number of that
 * state; where somebody else replaced it meanwhile, the batch fails on the unique constraint `record_versions.`
 * (`isUniqueViolation`). The change itself logs `detail: {version: version + 1, fields, note?}`.
 */
export function keepVersion(
  db: Database,
  kept: { subject: string; version: number; snapshot: object; at: number },
): Statement {
  return db.insert(recordVersions).values({
    id: uuidv7(),
    ...kept,
    snapshot: kept.snapshot as Record<string, unknown>,
  });
}

export interface History {
  kept: { version: number; snapshot: Record<string, unknown> }[];
  acts: {
    action: string;
    actorId: string | null;
    actorName: string | null;
    at: number;
    detail: Record<string, unknown> | null;
  }[];
}

/** The kept states of a record and what was done to it, oldest first: two statements for a `db.batch`. */
export function selectHistory(db: Database, subject: string) {
  return [
    db
      .select({ version: recordVersions.version, snapshot: recordVersions.snapshot })
      .from(recordVersions)
      .where(eq(recordVersions.subject, subject))
      .orderBy(desc(recordVersions.version)),
    db
      .select({
        action: actions.action,
        actorId: actions.actorId,
        actorName: users.name,
        at: actions.at,
        detail: actions.detail,
      })
      .from(actions)
      .leftJoin(users, eq(users.id, actions.actorId))
      .where(eq(actions.subject, subject))
      .orderBy(asc(actions.id)),
  ] as const;
}
