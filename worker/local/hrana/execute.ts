import { refuseUnsupported } from './allowed.ts';
import { bindArguments, refuseHarmfulJson } from './arguments.ts';
import type { Column, Connection } from './connection.ts';
import { HranaError, protocolError, toWireError } from './errors.ts';
import type { WireError } from './errors.ts';
import type { Batch, Condition, SqlSource, Stmt } from './messages.ts';
import type { Pool } from './pool.ts';
import { scanSql } from './sql-scan.ts';
import type { Statement } from './sql-scan.ts';
import type { Stream } from './streams.ts';
import { toWireValue } from './values.ts';
import type { SqlValue, WireValue } from './values.ts';

/** Result of a statement, in Hrana's own words. */
export interface StmtResult {
  cols: Column[];
  rows: WireValue[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
}

/** For each step its result or its error; neither when its condition did not hold. */
export interface BatchResult {
  step_results: (StmtResult | null)[];
  step_errors: (WireError | null)[];
}

/** Runs one statement on a stream. */
export async function executeStmt(pool: Pool, stream: Stream, stmt: Stmt): Promise<StmtResult> {
  const statement = oneStatement(sqlOf(stream, stmt));
  const args = bindArguments(statement.parameters, stmt.args, stmt.named_args);
  refuseHarmfulJson(statement.sql, args);
  return runStatement(pool, stream, statement, args, stmt.want_rows ?? true);
}

/**
 * Runs a batch. As in sqld, nothing of it runs when a statement of it is not supported or a
 * condition looks at a later step.
 */
export async function executeBatch(pool: Pool, stream: Stream, { steps }: Batch): Promise<BatchResult> {
  const results: BatchResult = {
    step_results: steps.map(() => null),
    step_errors: steps.map(() => null),
  };
  for (const [index, step] of steps.entries()) {
    oneStatement(sqlOf(stream, step.stmt));
    if (step.condition) checkCondition(step.condition, index);
  }
  for (const [index, { condition, stmt }] of steps.entries()) {
    if (condition && !holds(condition, stream, results)) continue;
    try {
      results.step_results[index] = await executeStmt(pool, stream, stmt);
    } catch (error) {
      results.step_errors[index] = toWireError(error);
    }
  }
  return results;
}

/** Runs several statements given as one text, without arguments; the first error ends it. */
export async function executeSequence(pool: Pool, stream: Stream, source: SqlSource): Promise<void> {
  const statements = scan(sqlOf(stream, source));
  for (const statement of statements) refuseUnsupported(statement);
  for (const statement of statements) {
    const args = bindArguments(statement.parameters, [], []);
    await runStatement(pool, stream, statement, args, false);
  }
}

/** Tells a statement's parameters and columns without running it. */
export function describeStmt(stream: Stream, source: SqlSource) {
  const statement = oneStatement(sqlOf(stream, source));
  return {
    params: statement.parameters.map((name) => ({ name })),
    cols: connectionOf(stream).describe(statement.sql),
    is_explain: statement.explain,
    is_readonly: statement.readonly,
  };
}

/** The stream's connection. @throws HranaError STREAM_CLOSED */
export function connectionOf(stream: Stream): Connection {
  if (!stream.connection) throw new HranaError('STREAM_CLOSED', 'The stream is closed');
  return stream.connection;
}

async function runStatement(
  pool: Pool,
  stream: Stream,
  statement: Statement,
  args: SqlValue[],
  wantRows: boolean,
): Promise<StmtResult> {
  const connection = connectionOf(stream);
  const outcome = await pool.whenUnlocked(() => connection.execute(statement, args));
  if (!connection.inTransaction) pool.unlocked();
  return {
    cols: outcome.columns,
    rows: wantRows ? toWireRows(outcome.rows) : [],
    affected_row_count: outcome.affected,
    last_insert_rowid: outcome.lastInsertRowid,
  };
}

/** sqld's default limit on an answer, in bytes of its values. */
const MAX_RESPONSE_BYTES = 10_000_000;

/** @throws HranaError RESPONSE_TOO_LARGE, as sqld does, so that no test passes on what it refuses. */
function toWireRows(rows: unknown[][]): WireValue[][] {
  let bytes = 0;
  return rows.map((row) =>
    row.map((value) => {
      bytes += typeof value === 'string' ? value.length : value instanceof Uint8Array ? value.byteLength : 8;
      if (bytes > MAX_RESPONSE_BYTES) throw new HranaError('RESPONSE_TOO_LARGE', 'Response is too large');
      return toWireValue(value);
    }),
  );
}

function sqlOf(stream: Stream, { sql, sql_id: id }: SqlSource): string {
  if (sql != null && id != null) throw protocolError('both sql and sql_id were given');
  if (sql != null) return sql;
  if (id == null) throw protocolError('either sql or sql_id must be given');
  const stored = stream.sqlTexts.get(id);
  if (stored === undefined) throw new HranaError('SQL_NOT_FOUND', `SQL text with id ${id} was not found`);
  return stored;
}

const scans = new Map<string, Statement[]>();
const REMEMBERED_SCANS = 500;

/** Scans SQL, remembering the answer: an application sends the same few texts again and again. */
function scan(sql: string): Statement[] {
  if (sql.includes('\0')) {
    throw new HranaError('SQL_PARSE_ERROR', 'SQL string could not be parsed: it contains U+0000');
  }
  const known = scans.get(sql);
  if (known) return known;
  const statements = scanSql(sql);
  const oldest = scans.keys().next();
  if (scans.size >= REMEMBERED_SCANS && !oldest.done) scans.delete(oldest.value);
  scans.set(sql, statements);
  return statements;
}

function oneStatement(sql: string): Statement {
  const [statement, second] = scan(sql);
  if (!statement) {
    throw new HranaError('SQL_NO_STATEMENT', 'SQL string does not contain any statement');
  }
  if (second) {
    throw new HranaError('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement');
  }
  refuseUnsupported(statement);
  return statement;
}

/** @throws HranaError PROTO_ERROR when a condition looks at a step that is not before its own. */
function checkCondition(condition: Condition, index: number): void {
  switch (condition.type) {
    case 'ok':
    case 'error':
      if (condition.step < index) return;
      throw protocolError(`step ${index} depends on step ${condition.step}, which is not before it`);
    case 'not':
      checkCondition(condition.cond, index);
      return;
    case 'and':
    case 'or':
      for (const each of condition.conds) checkCondition(each, index);
      return;
    case 'is_autocommit':
  }
}

function holds(condition: Condition, stream: Stream, results: BatchResult): boolean {
  switch (condition.type) {
    case 'ok':
      return results.step_results[condition.step] != null;
    case 'error':
      return results.step_errors[condition.step] != null;
    case 'not':
      return !holds(condition.cond, stream, results);
    case 'and':
      return condition.conds.every((each) => holds(each, stream, results));
    case 'or':
      return condition.conds.some((each) => holds(each, stream, results));
    case 'is_autocommit':
      return !connectionOf(stream).inTransaction;
  }
}
