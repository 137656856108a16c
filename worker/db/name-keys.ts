/** The keys by which names are found, and how they are kept up to date. */
import { asc, inArray, lt, sql } from 'drizzle-orm';
import { reversedWord } from '../domain/lookup/near.ts';
import { firstKey } from '../domain/names/suggest.ts';
import { NAMES_VERSION } from '../domain/names/version.ts';
import { foldWord } from '../domain/text/fold.ts';
import { tokenise } from '../domain/text/tokens.ts';
import { type Database, type Statement, runBatch } from './client.ts';
import { nameForms, nameWords } from './schema.ts';

/** A name's look-up key: its words' search keys, so that any spelling of any script that folds alike finds it. */
export function nameKey(name: string): string {
  return tokenise(name)
    .map((token) => foldWord(token.text))
    .filter((word) => word !== '')
    .join(' ');
}

/** The columns of a name form that are made from its text. */
export function keysOfForm(text: string) {
  const key = nameKey(text);
  return { key, firstKey: firstKey(text), foldVersion: NAMES_VERSION };
}

/** Statements that store the look-up words of these forms anew. */
export function writeNameWords(db: Database, forms: readonly { id: string; key: string }[]): Statement[] {
  if (forms.length === 0) return [];
  const ids = forms.map(({ id }) => id);
  const words = forms.flatMap(({ id, key }) =>
    key
      .split(' ')
      .map((word, position, all) => [id, position, all.slice(position).join(' '), reversedWord(word)]),
  );
  return [
    db
      .delete(nameWords)
      .where(inArray(nameWords.formId, sql`(select value from json_each(${JSON.stringify(ids)}))`)),
    db.run(
      sql`insert into name_words (form_id, position, rest, reversed) select value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${JSON.stringify(words)})`,
    ),
  ];
}

/**
 * Makes the keys of names anew that older rules made, so that what was stored before goes on being found.
 * @param limit how many at once
 * @returns how many there were; fewer than `limit` when all are done
 */
export async function rekeyNameForms(db: Database, limit: number): Promise<number> {
  const stale = await db
    .select({ id: nameForms.id, text: nameForms.text })
    .from(nameForms)
    .where(lt(nameForms.foldVersion, NAMES_VERSION))
    .orderBy(asc(nameForms.id))
    .limit(limit);
  if (stale.length === 0) return 0;
  const keyed = stale.map((form) => ({ ...form, ...keysOfForm(form.text) }));
  const rows = keyed.map(({ id, text, key, firstKey }) => [id, text, key, firstKey]);
  await runBatch(db, [
    ...writeNameWords(db, keyed),
    // A form that was changed meanwhile has its keys already.
    db.run(sql`update name_forms set key = made.value ->> 2, first_key = made.value ->> 3, fold_version = ${NAMES_VERSION}
      from json_each(${JSON.stringify(rows)}) made
      where name_forms.id = made.value ->> 0 and name_forms.text = made.value ->> 1`),
  ]);
  return stale.length;
}
