/** What a date is placed among, and the stages that people tag an issue with. */
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { type SchemeRow, selectAllSchemes, selectStages, withStages } from './schemes.ts';
import { issues, pages, schemes, stages, tags } from './schema.ts';

/** Every scheme with its stages, in one round trip. */
export async function listAllSchemes(db: Database): Promise<SchemeRow[]> {
  const [rows, all] = await db.batch([selectAllSchemes(db), selectStages(db)]);
  return withStages(rows, all);
}

/** An issue's date, all schemes, and how often tags on its pages name which stage, in one round trip. */
export async function findIssueStages(db: Database, issueId: string) {
  const [found, rows, all, asserted] = await db.batch([
    db
      .select({ id: issues.id, date: issues.date, earliest: issues.earliest, latest: issues.latest })
      .from(issues)
      .where(eq(issues.id, issueId)),
    selectAllSchemes(db),
    selectStages(db),
    db
      .select({
        scheme: schemes.id,
        title: schemes.title,
        stage: stages.id,
        key: stages.key,
        label: stages.label,
        retiredAt: stages.retiredAt,
        approved: countOf('approved'),
        proposed: countOf('proposed'),
      })
      .from(pages)
      .innerJoin(tags, eq(tags.pageId, pages.id))
      .innerJoin(stages, eq(stages.id, tags.stageId))
      .innerJoin(schemes, eq(schemes.id, stages.schemeId))
      .where(
        and(
          eq(pages.issueId, issueId),
          isNotNull(tags.stageId),
          isNull(tags.deletedAt),
          sql`${tags.state} in ('approved', 'proposed')`,
        ),
      )
      .groupBy(stages.id)
      .orderBy(asc(schemes.id), asc(stages.position)),
  ]);
  return { issue: found[0], schemes: withStages(rows, all), asserted };
}

function countOf(state: 'approved' | 'proposed') {
  return sql<number>`sum(${tags.state} = ${state})`;
}
