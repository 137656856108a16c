import Database from 'libsql';

/** An error of the protocol or of this server, with the code that the client sees. */
export class HranaError extends Error {
  readonly code: string;
  /** HTTP status, used only when the whole request fails and not one statement of it. */
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'HranaError';
    this.code = code;
    this.status = status;
  }
}

/** The request does not follow the protocol; the client that sent it has a bug. */
export function protocolError(message: string): HranaError {
  return new HranaError('PROTO_ERROR', message);
}

/** An error as Hrana carries it. */
export interface WireError {
  message: string;
  code: string;
}

const SQLITE_ERROR = 1;
const SQLITE_BUSY = 5;
const SQLITE_BUSY_SNAPSHOT = 517;

/**
 * Names of SQLite's primary result codes, indexed by number. sqld reports the primary code only,
 * so a violated UNIQUE is SQLITE_CONSTRAINT and not SQLITE_CONSTRAINT_UNIQUE; code 1 has no name
 * of its own there.
 */
const PRIMARY_CODES = [
  'OK UNKNOWN INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND FULL',
  'CANTOPEN PROTOCOL UNKNOWN SCHEMA TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH UNKNOWN RANGE NOTADB',
]
  .join(' ')
  .split(' ');

/** Messages that sqld's own parser gives before SQLite sees the statement. */
const SYNTAX_ERROR = /^near ".*": syntax error$|^incomplete input$|^unrecognized token: /s;

/** Errors for which SQLite knows the place in the text; sqld gives these a code of their own. */
const LOCATED_ERROR =
  /^(no such column|no such function|ambiguous column name|wrong number of arguments to function)\b/;

/** The numeric SQLite result code of an error, if it has one. */
function resultCode(error: unknown): number | undefined {
  return error instanceof Database.SqliteError ? error.rawCode : undefined;
}

/** True for errors that SQLite reports, false for defects of this server. */
export function isSqliteError(error: unknown): boolean {
  return resultCode(error) !== undefined;
}

/** True when another connection holds the lock and waiting can help. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  // A stale snapshot stays stale however long one waits: the transaction must begin again.
  return code !== undefined && (code & 0xff) === SQLITE_BUSY && code !== SQLITE_BUSY_SNAPSHOT;
}

/** True when a statement met a lock, whether or not waiting can help. */
export function metLock(error: unknown): boolean {
  return ((resultCode(error) ?? 0) & 0xff) === SQLITE_BUSY;
}

/** True for SQLITE_ERROR, the code of everything that goes wrong while a statement is compiled. */
export function isCompileError(error: unknown): boolean {
  return resultCode(error) === SQLITE_ERROR;
}

/** Turns any thrown value into the message and code that sqld answers with. */
export function toWireError(error: unknown): WireError {
  if (error instanceof HranaError) return { message: error.message, code: error.code };
  const code = resultCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === undefined) return { message, code: 'INTERNAL_ERROR' };
  if (code === SQLITE_ERROR && SYNTAX_ERROR.test(message)) {
    return { message: `SQL string could not be parsed: ${message}`, code: 'SQL_PARSE_ERROR' };
  }
  if (code === SQLITE_ERROR && LOCATED_ERROR.test(message)) {
    // The offset is not known here: the native module does not pass it on.
    return { message: `SQL input error: ${message} (at offset 0)`, code: 'SQL_INPUT_ERROR' };
  }
  const name = PRIMARY_CODES[code & 0xff] ?? 'UNKNOWN';
  return { message: `SQLite error: ${message}`, code: `SQLITE_${name}` };
}
