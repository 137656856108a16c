import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import * as schema from './db/schema.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(ROOT + path, 'utf8');

test('every table is explained in migrations/README.md', () => {
  const tables = Object.values(schema as Record<string, unknown>)
    .filter((value) => is(value, SQLiteTable))
    .map((table) => getTableName(table));
  expect(tables.length).toBeGreaterThan(15);
  const text = read('migrations/README.md');
  expect([...tables, 'search_words', 'guards'].filter((table) => !text.includes(`\`${table}\``))).toEqual([]);
});

describe('README.md explains', () => {
  const readme = read('README.md');
  const missing = (names: string[]) => [...new Set(names)].filter((name) => !readme.includes(`\`${name}\``));

  test('every binding and variable of the Worker', () => {
    const names = [...read('worker/env.ts').matchAll(/^ {2}([A-Z][A-Z_]+)\??:/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(names.length).toBeGreaterThan(8);
    expect(missing(names)).toEqual([]);
  });

  // Those that they only set for others are not the reader's.
  test('every variable that the programs on one machine read', () => {
    const files = globSync('{worker/local,web,fixtures}/**/*.{ts,mts}', {
      cwd: ROOT,
      exclude: (path) => /node_modules|dist|\.test\.ts$/.test(path),
    });
    const names = files.flatMap((file) =>
      [...read(file).matchAll(/process\.env(?:\.|\[')([A-Z][A-Z_]+)\b(?!(?:'\])? *(?:\?\?)?=[^=])/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    expect(names).toContain('QALAM_DATA');
    // Vitest sets its own for each of its processes.
    expect(missing(names.filter((name) => !name.startsWith('VITEST_')))).toEqual([]);
  });
});
