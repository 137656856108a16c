import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import type { SearchAnswer } from '../shapes/search.ts';
import { makeAccounts } from '../testing/accounts.ts';
import { env, expectStatus } from '../testing/api.ts';
import { acceptText, linesOf, makeIssue, makePage, putText } from '../testing/corpus.ts';
import { countStale, markAllStale, reindexSome } from './reindex.ts';

async function total(q: string): Promise<number> {
  return (await expectStatus<SearchAnswer>(200, 'GET', `/search?${new URLSearchParams({ q }).toString()}`))
    .body.total;
}

test('indexing anew goes on where it was stopped and ends with what was found before', async () => {
  const db = connect(env);
  const { reviewer, volunteer } = await makeAccounts();
  const issue = await makeIssue(reviewer);
  const pages = await Promise.all([1, 2, 3, 4, 5].map(() => makePage(issue.id)));
  for (const page of pages) await putText(volunteer, page, linesOf('Уѣздный съѣздъ'));
  await acceptText(volunteer, reviewer, pages[0]!, linesOf('Уѣздный съѣздъ принятъ'));
  expect(await countStale(db)).toBe(0);

  await markAllStale(db);
  // As if an older version had made the keys, and one page were missing.
  await db.run(sql`delete from search_words where rowid in (select rowid from search_pages)`);
  await db.run(sql`delete from search_pages where page_id = ${pages[1]!}`);
  expect(await total('уездный')).toBe(0);
  expect(await countStale(db)).toBe(5);

  expect(await reindexSome(db, 2)).toBe(2);
  expect(await countStale(db)).toBe(3);
  while ((await reindexSome(db, 2)) > 0);
  expect(await countStale(db)).toBe(0);
  expect(await total('уездный')).toBe(5);
  expect(await total('принят')).toBe(1);
});
