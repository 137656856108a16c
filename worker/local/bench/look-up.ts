/** Look-up of names while typing, in an authority file of 20,000 name forms. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { type Database, connect, runBatch } from '../../db/client.ts';
import { lookUpEntities } from '../../db/look-up.ts';
import { entities } from '../../db/schema.ts';
import { labelOf, nameRow } from '../../routes/entity-rows.ts';
import { insertParts } from '../../routes/entity-writes.ts';
import { createHrana } from '../hrana/server.ts';
import { migrateFile } from '../migrate.ts';
import { loadFixtures } from '../start/load-fixtures.ts';
import type { Row } from './row.ts';

const FORMS = 20_000;
const FORMS_OF_PERSON = 4;
const ROUNDS = 15;
/** CPU of Worker and database together, from one key to the next. */
const TARGET_MS = 50;

/** As they are typed: from one letter to names in any order, with mistakes. */
const QUERIES = [
  'а',
  'бу',
  'бөке',
  'Букейхановъ',
  'قازاق',
  'Байтурсынов Ахмет',
  'Досмухамедв',
  'Дулотов Міржақып',
];

export async function benchLookUp(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qalam-look-up-'));
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
    await fill(db);
    const rows: Row[] = [];
    for (const query of QUERIES) {
      requests = 0;
      await lookUpEntities(db, query, undefined, 0, 21);
      const what = `“${query}” in ${FORMS} name forms`;
      rows.push({ name: `${what}: database requests`, value: requests, unit: '', target: 2 });
      rows.push({
        name: what,
        value: await medianOf(() => lookUpEntities(db, query, undefined, 0, 21)),
        unit: 'ms CPU',
        target: TARGET_MS,
      });
    }
    return rows;
  } finally {
    hrana.dispose();
    rmSync(folder, { recursive: true });
  }
}

async function medianOf(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

/** People with names of the field's syllables, each in four forms. */
async function fill(db: Database): Promise<void> {
  for (let from = 0; from < FORMS / FORMS_OF_PERSON; from += 500) {
    const people = Array.from({ length: 500 }, (_, index) => personOf(from + index));
    await runBatch(db, [
      db.insert(entities).values(
        people.map(({ id, forms }) => ({
          id,
          kind: 'person' as const,
          label: labelOf(forms),
          createdAt: 0,
          updatedAt: 0,
        })),
      ),
      ...insertParts(db, {
        names: people.flatMap(({ id, forms }) =>
          forms.map((form, position) => nameRow(uuidv7(), id, position, form)),
        ),
        relations: [],
        claims: [],
      }),
    ]);
  }
}

const SYLLABLES = [
  'Ах',
  'бек',
  'жан',
  'мұ',
  'қа',
  'дос',
  'тай',
  'сұл',
  'ер',
  'нұр',
  'бай',
  'тур',
  'ғаз',
  'ым',
  'ә',
  'лі',
  'бу',
  'кей',
];

function personOf(number: number) {
  const syllable = (place: number) =>
    SYLLABLES[Math.floor(number / SYLLABLES.length ** place) % SYLLABLES.length] ?? '';
  const given = capital(syllable(0) + syllable(1));
  const family = capital(syllable(2) + syllable(0) + syllable(1) + syllable(2));
  const form = (text: string, language: string) => ({ text, language, kind: 'variant' as const });
  return {
    id: uuidv7(),
    forms: [
      form(`${given} ${family}ұлы`, 'kk-Cyrl'),
      form(`${given} ${family}ов`, 'ru'),
      form(`${given.slice(0, 1)}. ${family}овъ`, 'ru-petr1708'),
      form(family, 'kk-Cyrl'),
    ],
  };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
}
