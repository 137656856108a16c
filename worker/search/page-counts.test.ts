import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { makeAccounts } from '../testing/accounts.ts';
import { env } from '../testing/api.ts';
import { acceptText, linesOf, makeIssue, makePage, putText } from '../testing/corpus.ts';

test('the pages of each layer are counted along with every change', async () => {
  const db = connect(env);
  const { reviewer, volunteer } = await makeAccounts();
  const issue = await makeIssue(reviewer);
  const [first, second] = [await makePage(issue.id), await makePage(issue.id)];
  await makePage(issue.id);
  const read = async (counts: ReturnType<typeof sql>) =>
    (await db.all<{ layer: string; n: number }>(counts)).map(({ layer, n }) => [layer, n]);
  const kept = () => read(sql`select layer, pages as n from page_counts where pages > 0 order by layer`);
  const counted = () => read(sql`select layer, count(*) as n from pages group by layer order by layer`);

  expect(await kept()).toEqual([['none', 3]]);
  await putText(volunteer, first, linesOf('текст'));
  await acceptText(volunteer, reviewer, second, linesOf('принято'));
  expect(await kept()).toEqual([
    ['none', 1],
    ['reviewed', 1],
    ['transcribed', 1],
  ]);
  expect(await kept()).toEqual(await counted());
  await putText(volunteer, first, []);
  expect(await kept()).toEqual(await counted());
  await db.run(sql`delete from pages where layer = 'none' and current_revision_id is null`);
  expect(await kept()).toEqual(await counted());
});
