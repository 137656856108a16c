import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { sql } from 'drizzle-orm';
import { guard, isGuardFailure } from '../db/guards.ts';
import {
  RESERVED_FOR,
  endOtherReservations,
  endReservation,
  findOtherHolder,
  isFree,
  reserve,
} from '../db/reservations.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam } from '../shapes/common.ts';
import { Reservation, ReservationWish } from '../shapes/reservations.ts';
import { toReservation } from './page-shapes.ts';
import { requirePage } from './pages.ts';
import { defaultHook } from './support.ts';

const saveReservation = createRoute({
  operationId: 'saveReservation',
  method: 'put',
  path: '/pages/{id}/reservation',
  tags: ['Work'],
  summary: 'Say that you work on a page, for half an hour from now; the answer says whose it is',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(ReservationWish) },
  responses: {
    200: json(Reservation, 'Yours; or that of whoever works there already, which stays as it is'),
    ...problems(400, 401, 403, 404, 413, 415, 422),
  },
});

const deleteReservation = createRoute({
  operationId: 'deleteReservation',
  method: 'delete',
  path: '/pages/{id}/reservation',
  tags: ['Work'],
  summary: 'Say that you work on a page no longer',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IdempotencyHeader },
  responses: { 204: { description: 'It is not yours now' }, ...problems(401, 403, 404) },
});

export const reservationRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(saveReservation, async (c) => {
    const { db, principal } = c.var;
    const pageId = c.req.valid('param').id;
    const { kind } = c.req.valid('json');
    const now = Date.now();
    const other = await findOtherHolder(db, pageId, principal.id, now);
    if (other) return c.json(toReservation(other), 200);
    try {
      return await commit(c, {
        action: 'reservation:save',
        subject: `pages/${pageId}`,
        statements: [
          guard(db, sql`exists (select 1 from pages where id = ${pageId})`),
          guard(db, isFree(pageId, principal.id, now)),
          endOtherReservations(db, pageId, principal.id, now),
          reserve(db, { pageId, userId: principal.id, kind, now }),
        ],
        reply: {
          status: 200,
          body: toReservation({
            pageId,
            user: principal.id,
            name: principal.name,
            kind,
            until: now + RESERVED_FOR,
          }),
        },
      });
    } catch (error) {
      if (!isGuardFailure(error)) throw error;
      const first = await findOtherHolder(db, pageId, principal.id, now);
      if (first) return c.json(toReservation(first), 200);
      await requirePage(db, pageId);
      throw new ProblemError('unavailable', undefined, { cause: error });
    }
  })
  .openapi(deleteReservation, async (c) => {
    const { db, principal } = c.var;
    const pageId = c.req.valid('param').id;
    try {
      return await commit(c, {
        action: 'reservation:end',
        subject: `pages/${pageId}`,
        statements: [
          guard(db, sql`exists (select 1 from pages where id = ${pageId})`),
          endReservation(db, pageId, principal.id, Date.now()),
        ],
        reply: { status: 204 },
      });
    } catch (error) {
      if (isGuardFailure(error)) throw new ProblemError('not-found', 'No page has this id.');
      throw error;
    }
  });
