/** Error rates of readings, put together by what they may depend on. */
import { type SQL, sql } from 'drizzle-orm';
import type { MeasuredErrors } from '../domain/reading/error-rate.ts';
import type { Database } from './client.ts';

export interface ErrorFilter {
  publication?: string | undefined;
  script?: string | undefined;
}

type Counted<Key> = MeasuredErrors & Key;

const SUMS = sql`count(*) as pages, coalesce(sum(e.characters), 0) as characters, coalesce(sum(e.errors), 0) as errors`;
const JOINS = sql`from reading_errors e
  join pages p on p.id = e.page_id
  join issues i on i.id = p.issue_id
  join ocr_runs o on o.id = e.ocr_run_id`;

/** Pages that were too long to compare count for nothing. The groups with the most pages come first. */
export async function countReadingErrors(db: Database, { publication, script }: ErrorFilter) {
  const wanted: SQL[] = [sql`e.characters > 0`];
  if (publication !== undefined) wanted.push(sql`i.publication_id = ${publication}`);
  if (script !== undefined) wanted.push(sql`e.script = ${script}`);
  const where = sql`where ${sql.join(wanted, sql` and `)}`;
  const [all, byModel, byScript, byPublication] = await db.batch([
    db.all<Counted<object>>(sql`select ${SUMS} ${JOINS} ${where}`),
    db.all<Counted<{ models: string }>>(
      sql`select o.models, ${SUMS} ${JOINS} ${where} group by o.models order by pages desc`,
    ),
    db.all<Counted<{ script: string | null }>>(
      sql`select e.script, ${SUMS} ${JOINS} ${where} group by e.script order by pages desc`,
    ),
    db.all<Counted<{ publication: string; title: string }>>(
      sql`select b.id as publication, b.title, ${SUMS} ${JOINS} join publications b on b.id = i.publication_id
        ${where} group by b.id order by pages desc limit 100`,
    ),
  ]);
  return { all: all[0] ?? { pages: 0, characters: 0, errors: 0 }, byModel, byScript, byPublication };
}
