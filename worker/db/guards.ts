/** Conditions that must still hold when a batch is stored, and what libSQL's errors mean. */
import { type SQL, sql } from 'drizzle-orm';
import type { Database, Statement } from './client.ts';
import { DatabaseUnavailable } from './client.ts';

/** The first statement of a batch: where `condition` is not true, nothing of the batch is stored. */
export function guard(db: Database, condition: SQL): Statement {
  return db.run(sql`insert into guards (ok) select ${condition}`);
}

/** Whether a batch failed because a guard did not hold. */
export function isGuardFailure(error: unknown): boolean {
  return messages(error).some((message) => message.includes('guard failed'));
}

/** Whether a batch failed on the unique constraint of these columns, such as `revisions.page_id`. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  return messages(error).some(
    (message) => message.includes('UNIQUE constraint failed') && message.includes(column),
  );
}

/** Whether the database was out of reach or too busy, so that trying again is the right thing. */
export function isUnavailable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof DatabaseUnavailable) return true;
    const code = (at as { code?: unknown }).code;
    if (code === 'SQLITE_BUSY' || code === 'TRANSACTION_BUSY' || code === 'HRANA_WEBSOCKET_ERROR')
      return true;
    if (code === 'SERVER_ERROR' || at.message.includes('Network connection lost')) return true;
  }
  return false;
}

function messages(error: unknown): string[] {
  const found: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) found.push(at.message);
  return found;
}
