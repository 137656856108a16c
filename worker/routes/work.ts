import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { guard, isGuardFailure } from '../db/guards.ts';
import { RESERVED_FOR, endOtherReservations, isFree, reserve } from '../db/reservations.ts';
import { findNextPage } from '../db/work.ts';
import { difficultyOf } from '../domain/difficulty.ts';
import { reviewDifficultyOf } from '../domain/review-effort.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { GivenWork, NextWork } from '../shapes/work.ts';
import { toPage, toReservation } from './page-shapes.ts';
import { defaultHook } from './support.ts';

/** How often somebody else may take the page that was about to be given. */
const MOST_ATTEMPTS = 5;

const getNextPage = createRoute({
  operationId: 'getNextPage',
  method: 'post',
  path: '/work/next',
  tags: ['Work'],
  summary:
    'The next page for you, reserved for half an hour: what waits longest first, of one day the easiest',
  ...secured('volunteer'),
  request: { headers: IdempotencyHeader, ...jsonBody(NextWork) },
  responses: {
    200: json(GivenWork, 'The page; null where nothing waits that you may do'),
    ...problems(400, 401, 403, 413, 415, 422),
  },
});

export const workRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(getNextPage, async (c) => {
  const wish = c.req.valid('json');
  const { role } = c.var.principal;
  if (wish.kind === 'review' && role === 'volunteer')
    throw new ProblemError('not-allowed', 'Reviewing needs the role reviewer or higher.');
  for (let attempt = 0; ; attempt++) {
    const now = Date.now();
    const found = await findNextPage(c.var.db, c.var.principal.id, wish, now);
    if (!found) return c.json({ page: null }, 200);
    try {
      return await give(c, found, wish, now);
    } catch (error) {
      // Somebody else was given it in between: there is another.
      if (!isGuardFailure(error)) throw error;
      if (attempt === MOST_ATTEMPTS) throw new ProblemError('unavailable', undefined, { cause: error });
    }
  }
});

type Found = NonNullable<Awaited<ReturnType<typeof findNextPage>>>;

function give(c: Context<AppEnv>, { row, reading }: Found, { kind }: NextWork, now: number) {
  const { db, principal } = c.var;
  const pageId = row.page.id;
  const holder = { pageId, user: principal.id, name: principal.name, kind, until: now + RESERVED_FOR };
  const reservation = toReservation(holder);
  return commit(c, {
    action: 'work:next',
    subject: `pages/${pageId}`,
    detail: { kind },
    statements: [
      guard(db, isFree(pageId, principal.id, now)),
      endOtherReservations(db, pageId, principal.id, now),
      reserve(db, { pageId, userId: principal.id, kind, now }),
    ],
    reply: {
      status: 200,
      body: {
        page: { ...toPage(row), reservation },
        reservation,
        difficulty: kind === 'review' ? reviewDifficultyOf(row.page.changedWords) : difficultyOf(reading),
      },
    },
  });
}
