import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { count, sql } from 'drizzle-orm';
import type { AppEnv } from '../env.ts';
import { countSecondReviews } from '../db/reviews.ts';
import { issues, pages, publications, tags } from '../db/schema.ts';
import { json, open } from '../http/operation.ts';
import { Stats } from '../shapes/search.ts';
import { defaultHook } from './support.ts';

const getStats = createRoute({
  operationId: 'getStats',
  method: 'get',
  path: '/stats',
  tags: ['Search'],
  summary: 'Coverage: what is known, scanned, read, transcribed, reviewed',
  ...open,
  responses: { 200: json(Stats, 'Counts') },
});

export const statsRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(getStats, async (c) => {
  const { db } = c.var;
  const [publicationCount, issueCount, byStatus, byLayer, waitingTags, secondReviews] = await db.batch([
    db.select({ n: count() }).from(publications),
    db.select({ n: count() }).from(issues),
    db.select({ status: pages.status, n: count() }).from(pages).groupBy(pages.status),
    db
      .select({ layer: pages.layer, read: sql<number>`sum(${pages.ocrRunId} is not null)`, n: count() })
      .from(pages)
      .groupBy(pages.layer),
    db
      .select({ n: count() })
      .from(tags)
      .where(sql`${tags.state} = 'proposed' and ${tags.deletedAt} is null`),
    countSecondReviews(db),
  ]);
  const inLayer = (name: string) => byLayer.find((row) => row.layer === name)?.n ?? 0;
  const statuses = Object.fromEntries(byStatus.map((row) => [row.status, row.n]));
  return c.json(
    {
      publications: publicationCount[0]?.n ?? 0,
      issues: issueCount[0]?.n ?? 0,
      pages: {
        scanned: byLayer.reduce((sum, row) => sum + row.n, 0),
        readByOcr: byLayer.reduce((sum, row) => sum + row.read, 0),
        transcribed: inLayer('transcribed'),
        reviewed: inLayer('reviewed'),
        withoutText: inLayer('none'),
        byStatus: statuses,
      },
      waiting: { revisions: statuses['submitted'] ?? 0, tags: waitingTags[0]?.n ?? 0 },
      secondReviews: secondReviews[0] ?? { asked: 0, given: 0, agreed: 0 },
    },
    200,
  );
});
