/** How well a page was read: its raw reading against the text that a person then accepted. */
import { sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { comparable, countErrors } from '../domain/text/count-errors.ts';
import { ocrRunKey } from '../scans/keys.ts';
import type { Line } from '../shapes/transcriptions.ts';

/** Longer texts are pages of many columns in unlike order, or no pages; comparing them would take seconds. */
const LONGEST = 60_000;

interface Measured {
  revision: string;
  accepted: string;
  script: string | null;
  run: string;
  /** The lines that the run gave the page; null where it was read again beside a text. */
  read: string | null;
}

/**
 * Measures a page whose text was accepted: by its newest whole reading. Nothing is done where it was never read,
 * or where it is measured already; a message may come twice.
 */
export async function measureReading(db: Database, scans: R2Bucket, pageId: string): Promise<void> {
  const [found] = await db.all<Measured>(sql`
    select r.id as revision, r.lines as accepted, i.script, o.id as run,
      (select lines from revisions own where own.page_id = p.id and own.ocr_run_id = o.id and own.origin = 'ocr') as read
    from pages p
    join revisions r on r.id = p.accepted_revision_id
    join search_issues i on i.id = p.issue_id
    join ocr_runs o on o.page_id = p.id and o.state = 'done' and o.region is null and o.started_at <= r.accepted_at
    where p.id = ${pageId} and r.id not in (select revision_id from reading_errors)
    order by read is null, o.started_at desc limit 1`);
  if (!found) return;
  const read = found.read ?? (await (await scans.get(ocrRunKey(found.run)))?.text());
  if (read === undefined) return;
  const [raw, wanted] = [textOf(read), textOf(found.accepted)];
  // A text too long to compare is measured as nothing, so that it is not tried again.
  const comparableLength = raw.length <= LONGEST && wanted.length <= LONGEST;
  const characters = comparableLength ? Array.from(wanted).length : 0;
  const errors = comparableLength ? countErrors(raw, wanted) : 0;
  await db.batch([
    // One reading stands for a page: the last that was accepted.
    db.run(sql`delete from reading_errors where page_id = ${pageId}`),
    db.run(sql`insert into reading_errors (ocr_run_id, page_id, revision_id, script, characters, errors, at)
      select ${found.run}, ${pageId}, ${found.revision}, ${found.script}, ${characters}, ${errors}, ${Date.now()}
      from pages where id = ${pageId} and accepted_revision_id = ${found.revision}`),
  ]);
}

/** Accepted pages that were read and are not measured: their message was lost. */
export function findUnmeasuredPages(db: Database, acceptedBefore: number, limit: number) {
  return db.all<{ id: string }>(sql`
    select p.id from pages p join revisions r on r.id = p.accepted_revision_id
    where p.layer = 'reviewed' and r.accepted_at < ${acceptedBefore}
      and exists (select 1 from ocr_runs o where o.page_id = p.id and o.state = 'done' and o.region is null and o.started_at <= r.accepted_at)
      and r.id not in (select revision_id from reading_errors)
    limit ${limit}`);
}

function textOf(json: string): string {
  const lines = JSON.parse(json) as Line[] | { lines: Line[] };
  return comparable((Array.isArray(lines) ? lines : lines.lines).map((line) => line.text).join('\n'));
}
