/** Who works on which page. A reservation is soft: it tells others, and keeps the page from being given to them. */
import { type SQL, and, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { WorkKind } from '../shapes/reservations.ts';
import type { Database, Statement } from './client.ts';
import { reservations, users } from './schema.ts';

const MINUTE = 60_000;
/** How long a page is somebody's, from when it was given or renewed. */
export const RESERVED_FOR = 30 * MINUTE;
/** How long one that is over still tells which pages somebody has left. */
const REMEMBERED_FOR = 24 * 60 * MINUTE;

export interface NewReservation {
  pageId: string;
  userId: string;
  kind: WorkKind;
  /** Milliseconds UTC. */
  now: number;
}

/** For a guard: nobody else works on the page. */
export function isFree(pageId: string | SQL, userId: string, now: number): SQL {
  return sql`not exists (select 1 from reservations v
    where v.page_id = ${pageId} and v.user_id <> ${userId} and v.until > ${now})`;
}

/** The page is this person's from now on; the same again renews it. */
export function reserve(db: Database, { pageId, userId, kind, now }: NewReservation): Statement {
  const until = now + RESERVED_FOR;
  return db
    .insert(reservations)
    .values({ pageId, userId, kind, until, createdAt: now })
    .onConflictDoUpdate({ target: [reservations.pageId, reservations.userId], set: { kind, until } });
}

/** The person works there no longer. */
export function endReservation(db: Database, pageId: string, userId: string, now: number): Statement {
  return db
    .update(reservations)
    .set({ until: now })
    .where(
      and(eq(reservations.pageId, pageId), eq(reservations.userId, userId), gt(reservations.until, now)),
    );
}

/** Nobody works on two pages at once: those other than this one are free again. */
export function endOtherReservations(db: Database, pageId: string, userId: string, now: number): Statement {
  return db
    .update(reservations)
    .set({ until: now })
    .where(
      and(ne(reservations.pageId, pageId), eq(reservations.userId, userId), gt(reservations.until, now)),
    );
}

/** Who else works on a page now; the one who will stay longest. */
export async function findOtherHolder(db: Database, pageId: string, userId: string, now: number) {
  const [row] = await db
    .select({
      pageId: reservations.pageId,
      user: users.id,
      name: users.name,
      kind: reservations.kind,
      until: reservations.until,
    })
    .from(reservations)
    .innerJoin(users, eq(users.id, reservations.userId))
    .where(and(eq(reservations.pageId, pageId), ne(reservations.userId, userId), gt(reservations.until, now)))
    .orderBy(sql`${reservations.until} desc`)
    .limit(1);
  return row;
}

/** For the clock: those that nobody needs to know of any more. */
export function removeOldReservations(db: Database, now: number) {
  return db.delete(reservations).where(lt(reservations.until, now - REMEMBERED_FOR));
}
