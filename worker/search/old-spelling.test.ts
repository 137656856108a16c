/** Which issues are spelled as before 1912: the database and the desk say the same. */
import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { issues, publications } from '../db/schema.ts';
import { writingOf } from '../domain/text/writings.ts';
import { env } from '../testing/api.ts';

const db = connect(env);

test.each([
  ['kk-Arab', 'qadim'],
  ['kk-Arab', 'Kadım'],
  ['kk-Arab', 'Chagatai-style'],
  ['kk-Arab', 'before 1912'],
  ['kk-Arab', 'pre-1912'],
  ['kk-Arab', 'до 1912 года'],
  ['kk-Arab', '1912 жылға дейінгі емле'],
  ['kk-Arab', 'Шағатай'],
  ['kk-Arab', 'чагатайская'],
  ['kk-Arab', 'Қадым'],
  ['kk-Arab', 'ескі емле'],
  ['kk-Arab', 'Baitursynov'],
  ['kk-Arab', undefined],
  ['kk-Cyrl', 'old'],
])('%s, %s', async (language, orthography) => {
  const [publication, issue] = [uuidv7(), uuidv7()];
  const times = { createdAt: 0, updatedAt: 0 };
  await db.batch([
    db.insert(publications).values({ id: publication, title: { en: 'A' }, languages: [language], ...times }),
    db.insert(issues).values({
      id: issue,
      publicationId: publication,
      number: '1',
      date: { calendar: 'gregorian', edtf: '1911' },
      language,
      orthography,
      ...times,
    }),
  ]);
  const [row] = await db.all<{ old: number }>(sql`select old from search_issues where id = ${issue}`);
  expect(row?.old === 1).toBe(writingOf(language, orthography) === 'kk-Arab-old');
});
