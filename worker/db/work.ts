/** Which page somebody is given next, and what became of the work they did. */
import { type SQL, and, desc, eq, getTableColumns, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { EASY_UP_TO, MIDDLING_UP_TO } from '../domain/difficulty.ts';
import { EASY_REVIEW_UP_TO, MIDDLING_REVIEW_UP_TO } from '../domain/review-effort.ts';
import type { ContributionState, Difficulty, NextWork } from '../shapes/work.ts';
import type { Database } from './client.ts';
import { findPageWithReading } from './pages.ts';
import { isFree } from './reservations.ts';
import { issues, pages, publications, revisionReviews, revisions, users } from './schema.ts';

const DAY = 86_400_000;
/** After so many days a draft is nobody's any more, and may be given to others. */
const LEFT_AFTER_DAYS = 14;
const CLASSES: Difficulty[] = ['easy', 'middling', 'hard'];

/**
 * The page that this person is given next, with its reading. What waits longest comes first, by whole days; of one
 * day the easiest: to transcribe, by how well it was read; to review, by how few words changed. Pages that they have left within the day come last, those of others never, and nobody is given
 * their own work to review.
 */
export async function findNextPage(db: Database, userId: string, wish: NextWork, now: number) {
  const found = await findPageWithReading(db, sql`(${nextPageId(userId, wish, now)})`);
  if (!found) return undefined;
  const { lines, meanConfidence, ...row } = found;
  return { row, reading: { lines, meanConfidence } };
}

/** As `reviewDifficultyOf` has it. */
const reviewClass = sql`case when p.changed_words is null or p.changed_words > ${MIDDLING_REVIEW_UP_TO} then 2
  when p.changed_words > ${EASY_REVIEW_UP_TO} then 1 else 0 end`;

/** As `difficultyOf` has it, in the order of its classes. */
const toMend = sql`o.line_count * (100 - o.mean_confidence) / 100.0`;
const difficultyClass = sql`case when ${toMend} is null or ${toMend} > ${MIDDLING_UP_TO} then 2
  when ${toMend} > ${EASY_UP_TO} then 1 else 0 end`;

function nextPageId(userId: string, wish: NextWork, now: number): SQL {
  const { kind, language, script, difficulty, leaving } = wish;
  const reviewing = kind === 'review';
  const waitsSince = reviewing ? sql`p.submitted_at` : sql`p.created_at`;
  const classOf = reviewing ? reviewClass : difficultyClass;
  // As the queue lists them (listPages).
  const effort = reviewing ? sql`coalesce(p.changed_words, 1000000)` : difficultyClass;
  const mine = sql`select v.until from reservations v where v.page_id = p.id and v.user_id = ${userId}`;
  const narrowed = [
    ...(language === undefined
      ? []
      : [
          sql`(i.language = ${language} or substr(i.language, 1, ${language.length + 1}) = ${`${language}-`})`,
        ]),
    ...(script === undefined ? [] : [sql`s.script = ${script}`]),
    ...(difficulty === undefined ? [] : [sql`${classOf} = ${CLASSES.indexOf(difficulty)}`]),
    ...(leaving === undefined ? [] : [sql`p.id <> ${leaving}`]),
  ];
  return sql`
    select p.id from pages p
      join issues i on i.id = p.issue_id
      join search_issues s on s.id = p.issue_id
      left join revisions r on r.id = p.current_revision_id
      left join ocr_runs o on o.id = p.ocr_run_id
    where ${reviewing ? waitsForReview(userId) : waitsForTranscription(userId, now)}
      and ${isFree(sql`p.id`, userId, now)}
      ${narrowed.length === 0 ? sql`` : sql`and ${sql.join(narrowed, sql` and `)}`}
    order by (${mine}) nulls first, cast(${waitsSince} / ${DAY} as integer), ${effort}, ${waitsSince}, p.id
    limit 1`;
}

const waitsForReview = (userId: string) => sql`p.status = 'submitted' and r.author_id is not ${userId}`;

/** What was read and not begun, what could not be read, one's own drafts, and those that their authors have left. */
const waitsForTranscription = (userId: string, now: number) => sql`(p.status in ('read', 'failed')
  or p.status = 'draft' and (r.author_id = ${userId} or p.updated_at < ${now - LEFT_AFTER_DAYS * DAY}))`;

const reviewers = alias(users, 'reviewers');
const { lines, ...summaryColumns } = getTableColumns(revisions);

const isCurrent = eq(pages.currentRevisionId, revisions.id);
/** As `contributionStateOf` has it. */
const STATES: Record<ContributionState, SQL> = {
  accepted: sql`${revisions.acceptedAt} is not null`,
  returned: sql`${revisions.returnedAt} is not null`,
  waiting: sql`${revisions.submittedAt} is not null and ${revisions.acceptedAt} is null and ${revisions.returnedAt} is null and ${isCurrent}`,
  draft: sql`${revisions.submittedAt} is null and ${isCurrent}`,
  superseded: sql`${revisions.acceptedAt} is null and ${revisions.returnedAt} is null and not ${isCurrent}`,
};

export type ContributionRow = Awaited<ReturnType<typeof selectContributions>>[number];

function selectContributions(
  db: Database,
  userId: string,
  { state, before }: { state: ContributionState | undefined; before: string | undefined },
  limit: number,
) {
  // A page is saved many times: the versions that were handed in count, and the newest.
  const newest = sql`${revisions.id} = (select max(own.id) from revisions own
    where own.page_id = ${revisions.pageId} and own.author_id = ${userId})`;
  return db
    .select({
      revision: summaryColumns,
      lineCount: sql<number>`json_array_length(${lines})`,
      authorName: users.name,
      review: getTableColumns(revisionReviews),
      reviewerName: reviewers.name,
      currentRevisionId: pages.currentRevisionId,
      sequence: pages.sequence,
      label: pages.label,
      status: pages.status,
      issueNumber: issues.number,
      issueDate: issues.date,
      publicationTitle: publications.title,
      thanks: sql<string>`(select json_group_array(json_object('name', u.name, 'at', t.at) order by t.at)
        from thanks t join users u on u.id = t.user_id where t.revision_id = ${revisions.id})`,
    })
    .from(revisions)
    .innerJoin(pages, eq(pages.id, revisions.pageId))
    .innerJoin(issues, eq(issues.id, pages.issueId))
    .innerJoin(publications, eq(publications.id, issues.publicationId))
    .innerJoin(users, eq(users.id, revisions.authorId))
    .leftJoin(revisionReviews, eq(revisionReviews.revisionId, revisions.id))
    .leftJoin(reviewers, eq(reviewers.id, revisionReviews.reviewerId))
    .where(
      and(
        eq(revisions.authorId, userId),
        or(sql`${revisions.submittedAt} is not null`, newest),
        state && STATES[state],
        before === undefined ? undefined : lt(revisions.id, before),
      ),
    )
    .orderBy(desc(revisions.id))
    .limit(limit);
}

interface Counts {
  pages: number;
  saved: number;
  handedIn: number;
  accepted: number;
  returned: number;
  reviewed: number;
  thanks: number;
}

/** A person's own revisions, newest first, and the counts over all of them. */
export async function listContributions(
  db: Database,
  userId: string,
  filter: { state: ContributionState | undefined; before: string | undefined },
  limit: number,
) {
  const [rows, counts] = await db.batch([
    selectContributions(db, userId, filter, limit),
    db.all<Counts>(sql`
      select count(distinct page_id) as "pages", count(*) as "saved",
        count(submitted_at) as "handedIn", count(accepted_at) as "accepted", count(returned_at) as "returned",
        (select count(*) from revision_reviews where reviewer_id = ${userId}) as "reviewed",
        (select count(*) from thanks t join revisions r on r.id = t.revision_id
          where r.author_id = ${userId}) as "thanks"
      from revisions where author_id = ${userId}`),
  ]);
  return { rows, counts: counts[0] };
}
