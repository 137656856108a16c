/** Pages whose text was accepted, with all that tells what may be learnt from it. */
import { type SQL, sql } from 'drizzle-orm';
import type { Rights } from '../shapes/common.ts';
import type { Line } from '../shapes/transcriptions.ts';
import type { Database } from './client.ts';

export interface AcceptedPage {
  id: string;
  revision: string;
  lines: Line[];
  scan: { type: string; width: number; height: number; sha256: string };
  language: string;
  orthography: string | null;
  issue: string;
  publication: string;
  /** Of the issue, else of its publication. */
  rights: Rights | null;
  models: { name: string; version: string }[];
}

export interface AcceptedFilter {
  publication?: string | undefined;
  language?: string | undefined;
  orthography?: string | undefined;
}

interface Row {
  id: string;
  revision: string;
  lines: string;
  type: string;
  width: number;
  height: number;
  sha256: string;
  language: string;
  orthography: string | null;
  issue: string;
  publication: string;
  rights: string | null;
  models: string | null;
}

/** In the order of their ids, from the page `from` on, that one included. */
export async function findAcceptedPages(
  db: Database,
  filter: AcceptedFilter,
  from: string,
  limit: number,
): Promise<AcceptedPage[]> {
  const wanted: SQL[] = [sql`p.id >= ${from}`, sql`p.layer = 'reviewed'`];
  if (filter.publication !== undefined) wanted.push(sql`i.publication_id = ${filter.publication}`);
  if (filter.language !== undefined) wanted.push(sql`lower(i.language) = ${filter.language.toLowerCase()}`);
  if (filter.orthography !== undefined) wanted.push(sql`i.orthography = ${filter.orthography}`);
  const rows = await db.all<Row>(sql`
    select p.id, r.id as revision, r.lines, p.scan_type as type, p.width, p.height, p.scan_sha256 as sha256,
      i.language, i.orthography, i.id as issue, i.publication_id as publication,
      coalesce(i.rights, b.rights) as rights, o.models
    from pages p
    join revisions r on r.id = p.accepted_revision_id
    join issues i on i.id = p.issue_id
    join publications b on b.id = i.publication_id
    left join ocr_runs o on o.id = p.ocr_run_id
    where ${sql.join(wanted, sql` and `)}
    order by p.id limit ${limit}`);
  return rows.map(({ type, width, height, sha256, lines, rights, models, ...row }) => ({
    ...row,
    lines: JSON.parse(lines) as Line[],
    scan: { type, width, height, sha256 },
    rights: rights === null ? null : (JSON.parse(rights) as Rights),
    models: models === null ? [] : (JSON.parse(models) as AcceptedPage['models']),
  }));
}
