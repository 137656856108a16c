/** The timeline, the comparison of schemes and the pages of a stage over 100,000 pages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type Database, connect } from '../../db/client.ts';
import { findCompared } from '../../db/compare.ts';
import { listPages } from '../../db/pages.ts';
import { listAllSchemes } from '../../db/placements.ts';
import { readTimeline } from '../../db/timeline.ts';
import { compareSchemes } from '../../domain/time/compare-schemes.ts';
import { createHrana } from '../hrana/server.ts';
import { migrateFile } from '../migrate.ts';
import { loadFixtures } from '../start/load-fixtures.ts';
import type { Row } from './row.ts';

const PAGES = 100_000;
const PAGES_OF_ISSUE = 4;
const MENTIONS = 20_000;
const ROUNDS = 9;
/** CPU of Worker and database together: a person does not notice the wait. */
const TARGET_MS = 300;

export async function benchTimeline(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qalam-timeline-'));
  const path = join(folder, 'qalam.db');
  await migrateFile(path);
  const hrana = createHrana({ path });
  let requests = 0;
  const answer = (request: Request) => {
    requests += 1;
    return hrana.fetch(request);
  };
  try {
    const db = connect({ LIBSQL_URL: 'http://local/', LIBSQL: { fetch: answer } });
    await loadFixtures(db);
    const { publication, entity } = await fill(db);
    const axis = { from: '1905-01-01', to: '1920-12-31' };
    const [a, b] = (await listAllSchemes(db)).slice(-3);
    if (!a || !b) throw new Error('the fixtures have too few schemes');
    const stage = a.stages.find(({ earliest }) => earliest !== null)?.id;
    const reads: [string, () => Promise<unknown>][] = [
      ['Timeline', () => readTimeline(db, axis)],
      ['Timeline of one periodical, with mentions', () => readTimeline(db, { ...axis, publication, entity })],
      [
        'Two schemes compared',
        async () => {
          const { groups } = await findCompared(db, [a.id, b.id], undefined);
          return compareSchemes(a.stages, b.stages, groups, 'all');
        },
      ],
      ['First 50 pages of a stage', () => listPages(db, { stage }, undefined, 51)],
    ];
    const rows: Row[] = [];
    for (const [name, read] of reads) {
      requests = 0;
      await read();
      const what = `${name}, ${PAGES} pages`;
      rows.push({ name: `${what}: database requests`, value: requests, unit: '', target: 2 });
      rows.push({
        name: `${what}: CPU, median of ${ROUNDS}`,
        value: await medianCpu(read),
        unit: 'ms',
        target: TARGET_MS,
      });
    }
    return rows;
  } finally {
    hrana.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU of this process, in which the database runs too: what else the machine does meanwhile does not count. */
async function medianCpu(read: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(begun);
    times.push((user + system) / 1000);
  }
  return times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** Written into the statement: a bound number is a float, and divides as one. */
const int = (value: number) => sql.raw(String(value));

/** Four periodicals over sixteen years; one issue in ten is dated by its month only, one in fifty by its year. */
async function fill(db: Database): Promise<{ publication: string; entity: string }> {
  const issues = PAGES / PAGES_OF_ISSUE;
  const numbers = (count: number) =>
    sql`with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${int(count)})`;
  const [person] = await db.all<{ id: string }>(sql`select id from entities where kind = 'person' limit 1`);
  const entity = person?.id ?? '';
  await db.batch([
    db.run(sql`${numbers(4)} insert into publications (id, title, languages, created_at, updated_at)
      select 'bench-' || i, '{"ru":"Газета"}', '["ru"]', 0, 0 from n`),
    db.run(sql`${numbers(issues)} insert into issues (id, publication_id, number, date, earliest, latest, language, created_at, updated_at)
      select 'issue-' || i, 'bench-' || (i % 4), i, '{"calendar":"gregorian","edtf":"1913"}',
        case when i % 50 = 0 then date(day, 'start of year') when i % 10 = 0 then date(day, 'start of month') else day end,
        case when i % 50 = 0 then date(day, 'start of year', '+1 year', '-1 day')
          when i % 10 = 0 then date(day, 'start of month', '+1 month', '-1 day') else day end,
        'ru', 0, 0
      from (select i, date('1905-01-01', '+' || (i * 5844 / ${int(issues)}) || ' days') as day from n)`),
    db.run(sql`${numbers(PAGES)} insert into pages (id, issue_id, sequence, scan_sha256, scan_bytes, scan_type, width, height, status, layer, created_at, updated_at)
      select 'page-' || i, 'issue-' || (i / ${int(PAGES_OF_ISSUE)}), i % ${int(PAGES_OF_ISSUE)}, printf('%064d', i), 1, 'image/png', 1, 1, 'read',
        case i % 5 when 0 then 'none' when 1 then 'transcribed' when 2 then 'reviewed' else 'ocr' end, 0, 0 from n`),
    db.run(sql`${numbers(MENTIONS)} insert into tags (id, page_id, target, entity_id, state, origin, created_at)
      select 'tag-' || i, 'page-' || (i * 5), '{"type":"page"}', ${entity}, 'approved', 'gazetteer', 0 from n`),
  ]);
  return { publication: 'bench-1', entity };
}
