import { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanSql } from './sql-scan.ts';

/** Pieces that could mislead a splitter, all of which SQLite takes where a space may stand. */
const gap = fc.constantFrom(
  ' ',
  '\n',
  '\t',
  '\r\n',
  ' \f',
  '/* a; b */',
  '/**/',
  '/* " */',
  "-- it's; a comment\n",
  ' /* -- */ ',
  ' \ufeff',
);

/** Expressions with semicolons, quotes and keywords in places where they mean nothing. */
const expression = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      '1',
      '.5',
      '1e-3',
      '0x1F',
      "'a;b'",
      "'it''s; END;'",
      "'\"'",
      "x'00'",
      'NULL',
      "'--'",
      "'/*'",
      "'қалам;'",
      "'$a ?'",
    ),
    fc.tuple(tie('any'), gap, tie('any')).map(([a, space, b]) => `(${a}${space}||${space}${b})`),
    fc
      .tuple(gap, tie('any'))
      .map(([space, a]) => `CASE${space}WHEN${space} 1 THEN ${a} ELSE ${a}${space}END`),
    tie('any').map((a) => `(SELECT ${a} AS "x;y" WHERE 1 <> 2)`),
    tie('any').map((a) => `(WITH w AS (SELECT ${a} AS [;]) SELECT [;] FROM w)`),
    tie('any').map((a) => `coalesce(${a}, ';')`),
  ),
})).any;

const insert = fc
  .tuple(gap, expression)
  .map(([space, value]) => `INSERT${space}INTO log${space}VALUES (${value})`);
const counted = fc.oneof(
  { weight: 3, arbitrary: insert },
  {
    weight: 1,
    arbitrary: fc
      .tuple(gap, expression)
      .map(([space, value]) => `WITH${space}w(a) AS (SELECT ${value}) INSERT INTO log SELECT a FROM w`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(gap, fc.array(expression, { minLength: 1, maxLength: 3 }))
      .map(
        ([space, values]) =>
          `CREATE TRIGGER trigger_NAME${space}AFTER UPDATE ON log BEGIN${space}` +
          values.map((value) => `SELECT ${value};${space}DELETE FROM log WHERE n = ${value};`).join(space) +
          `${space}END`,
      ),
  },
);

/** How many of the statements SQLite ran: each leaves a row or a trigger. */
function countBySqlite(script: string): number {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE log (n)');
  database.exec(script);
  const row = database
    .prepare(
      "SELECT (SELECT count(*) FROM log) + (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger') AS n",
    )
    .get();
  database.close();
  return Number(row?.['n']);
}

/** The largest number that SQLite gives to a parameter, read from its own program. */
function largestNumber(sql: string): number {
  const database = new DatabaseSync(':memory:');
  const program = database.prepare(`EXPLAIN ${sql}`).all();
  database.close();
  const numbers = program.filter((row) => row['opcode'] === 'Variable').map((row) => Number(row['p1']));
  return Math.max(0, ...numbers);
}

describe('splitting', () => {
  test('finds as many statements as SQLite does', () => {
    const separator = fc.tuple(gap, gap).map(([before, after]) => `${before};${after};`);
    fc.assert(
      fc.property(fc.array(fc.tuple(counted, separator), { maxLength: 6 }), gap, (parts, end) => {
        const script =
          parts.map(([sql, after], index) => sql.replace('trigger_NAME', `t${index}`) + after).join('') + end;
        const scanned = scanSql(script);
        expect(scanned).toHaveLength(countBySqlite(script));
        expect(countBySqlite(scanned.map(({ sql }) => sql).join(';\n'))).toBe(scanned.length);
      }),
      { numRuns: 500 },
    );
  });

  test('never fails and never hangs, whatever the text', () => {
    const fragments = fc.constantFrom(
      "'",
      '"',
      '`',
      '[',
      ']',
      '/*',
      '*/',
      '--',
      ';',
      '?',
      ':',
      '@a',
      '$',
      '$a::b(c',
      '?99999999999',
      '#',
      'x',
      "x'",
      '\0',
      'ә',
      '\ud800',
      'END',
      'CREATE',
      'TRIGGER',
      'EXPLAIN',
      'QUERY',
      ' ',
      '\n',
      '.',
      '1e',
      '1e+',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const statements = scanSql(text);
        for (const { sql, parameters } of statements) {
          expect(text).toContain(sql);
          expect(parameters.length).toBeLessThanOrEqual(32_766);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('takes time in proportion to the text', () => {
    const started = performance.now();
    for (const piece of ['/', '/*', '*', '-', "'", '(', 'a ', '1.', ':a', '$a::', '"', ';', '/**/']) {
      scanSql(piece.repeat(200_000));
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('parameters', () => {
  test('are numbered as SQLite numbers them', () => {
    const parameter = fc.constantFrom(
      '?',
      '?1',
      '?3',
      '?7',
      '?007',
      ':a',
      ':b',
      '@a',
      '$a',
      '$a::b',
      '$a::b(c)',
      ':қ',
      ':a1_',
      "':no'",
      '"?"',
      '/* ? */1',
      '1',
      '[?]',
    );
    fc.assert(
      fc.property(fc.array(parameter, { minLength: 1, maxLength: 6 }), (list) => {
        const sql = `SELECT ${list.map((each) => (/^["[]/.test(each) ? `1 AS ${each}` : each)).join(', ')}`;
        expect(scanSql(sql)[0]?.parameters).toHaveLength(largestNumber(sql));
      }),
      { numRuns: 500 },
    );
  });

  test('keep their names, a repeated name its number', () => {
    expect(scanSql('SELECT :a, ?, @b, :a, ?6, $c::d(e)')[0]?.parameters).toStrictEqual([
      ':a',
      null,
      '@b',
      null,
      null,
      '?6',
      '$c::d(e)',
    ]);
  });
});

test.each([
  ['SELECT 1', 'SELECT', true],
  ['  /* x */ insert into t values (1)', 'INSERT', false],
  ['WITH a AS (SELECT 1) DELETE FROM t', 'DELETE', false],
  ['WITH a AS (INSERT), b(select_) AS (VALUES (1)) SELECT 1', 'SELECT', true],
  [
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n) REPLACE INTO t SELECT i FROM n',
    'REPLACE',
    false,
  ],
  ['EXPLAIN QUERY PLAN UPDATE t SET a = 1', 'UPDATE', true],
  ['BEGIN', 'BEGIN', true],
  ['BEGIN IMMEDIATE', 'BEGIN', false],
  ['PRAGMA foreign_keys', 'PRAGMA', true],
  ['PRAGMA foreign_keys = OFF', 'PRAGMA', false],
  ['VALUES (1)', 'VALUES', true],
])('%s is a statement of kind %s', (sql, kind, readonly) => {
  expect(scanSql(sql)).toMatchObject([{ kind, readonly }]);
});
