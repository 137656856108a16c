import Database from 'libsql';
import { isCompileError, metLock } from './errors.ts';
import type { Statement } from './sql-scan.ts';
import type { SqlValue } from './values.ts';

export interface Column {
  name: string;
  decltype: string | null;
}

export interface Outcome {
  columns: Column[];
  rows: unknown[][];
  affected: number;
  lastInsertRowid: string | null;
}

/** Arguments are given to the native statement as one array. */
type NativeStatement = Database.Statement<[SqlValue[]]>;

/**
 * Counts changes of the schema by any connection. SQLite compiles an outdated statement anew by
 * itself, but against the schema that its connection remembers, which can be outdated too: then a
 * dropped index "already exists". A statement compiled here is checked for that, see #compile.
 */
export interface SchemaClock {
  version: number;
}

interface Prepared {
  statement: NativeStatement;
  reader: boolean;
}

const TRANSACTION_CONTROL = new Set(['BEGIN', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);
const INSERTING = new Set(['INSERT', 'REPLACE']);
const CHANGING_ROWS = new Set([...INSERTING, 'UPDATE', 'DELETE']);
const CHANGING_SCHEMA = new Set(['CREATE', 'ALTER', 'DROP']);
const CACHED_STATEMENTS = 100;

/** One native connection with a cache of prepared statements. It is never closed: see pool.ts. */
export class Connection {
  readonly #db: Database.Database;
  readonly #schema: SchemaClock;
  readonly #prepared = new Map<string, Prepared>();
  #preparedFor: number;
  /** The statement that met a lock and was left in the middle by the native module. */
  #stuck: Prepared | null = null;
  #pragmasChanged = false;
  readonly #changes: Database.Statement;

  constructor(path: string, pragmas: readonly string[], schema: SchemaClock) {
    // timeout 0: this thread must never sleep inside SQLite, or the holder of the lock (another
    // stream on this same thread) could not run to release it. Waiting is done in pool.ts.
    this.#db = new Database(path, { timeout: 0 });
    for (const pragma of pragmas) this.#db.exec(`PRAGMA ${pragma}`);
    this.#schema = schema;
    this.#preparedFor = schema.version;
    this.#changes = this.#db.prepare('SELECT changes(), last_insert_rowid()').safeIntegers(true).raw();
  }

  get inTransaction(): boolean {
    return this.#db.inTransaction;
  }

  /** True when the connection can no longer commit and must be put aside. */
  get broken(): boolean {
    return this.#stuck !== null;
  }

  /** Columns and parameters' count of a statement, without running it. */
  describe(sql: string): Column[] {
    return columnsOf(this.#prepare(sql));
  }

  /** Runs one statement. @throws SqliteError, also SQLITE_BUSY at once when a lock is held. */
  execute(statement: Statement, args: SqlValue[]): Outcome {
    if (TRANSACTION_CONTROL.has(statement.kind) && !statement.explain) {
      this.#db.exec(statement.sql);
      return { columns: [], rows: [], affected: 0, lastInsertRowid: null };
    }
    const changesSchema = CHANGING_SCHEMA.has(statement.kind) && !statement.explain;
    const changesRows = CHANGING_ROWS.has(statement.kind) && !statement.explain;
    if (statement.pragma?.hasArgument) this.#pragmasChanged = true;
    const prepared = this.#prepare(statement.sql);
    const lock = (changesRows || changesSchema) && !this.inTransaction;
    const { columns, rows } = lock
      ? this.#runLocked(statement, prepared, args)
      : this.#run(statement, prepared, args);
    if (changesSchema) this.#schema.version++;
    if (!changesRows) return { columns, rows, affected: 0, lastInsertRowid: null };
    return { columns, rows, ...this.#countChanges(INSERTING.has(statement.kind)) };
  }

  /** Undoes what a client left behind, so that another one can have the connection. */
  reset(): void {
    if (this.inTransaction) this.#db.exec('ROLLBACK');
    if (this.#pragmasChanged) {
      // The connection-wide settings that allowed.ts lets a client change, as libSQL begins with them.
      this.#db.exec('PRAGMA foreign_keys = ON; PRAGMA defer_foreign_keys = OFF');
      this.#pragmasChanged = false;
    }
  }

  /** Moves everything from the write-ahead log into the database file. */
  checkpoint(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** Forgets prepared statements, so that a connection put aside holds as little as possible. */
  forgetStatements(): void {
    this.#prepared.clear();
    this.#stuck = null;
  }

  #prepare(sql: string): Prepared {
    if (this.#preparedFor !== this.#schema.version) {
      this.#prepared.clear();
      this.#preparedFor = this.#schema.version;
    }
    const cached = this.#prepared.get(sql);
    if (cached) {
      this.#prepared.delete(sql);
      this.#prepared.set(sql, cached);
      return cached;
    }
    const statement = this.#compile(sql);
    statement.safeIntegers(true);
    const prepared = { statement, reader: statement.reader };
    if (prepared.reader) statement.raw();
    const oldest = this.#prepared.keys().next();
    if (this.#prepared.size >= CACHED_STATEMENTS && !oldest.done) this.#prepared.delete(oldest.value);
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  #compile(sql: string): NativeStatement {
    try {
      return this.#db.prepare<[SqlValue[]]>(sql);
    } catch (error) {
      if (!isCompileError(error)) throw error;
      // Another connection may have changed the schema, and SQLite does not look again for every
      // kind of compile error: read the schema anew and try once more.
      this.#db.prepare('SELECT count(*) FROM sqlite_schema').get();
      return this.#db.prepare<[SqlValue[]]>(sql);
    }
  }

  /**
   * Takes the write lock first. A prepared statement that meets SQLITE_BUSY is left un-reset by
   * the native module, and then no COMMIT on this connection succeeds; exec() has no such trouble.
   */
  #runLocked(statement: Statement, prepared: Prepared, args: SqlValue[]) {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = this.#run(statement, prepared, args);
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  #run({ sql, explain }: Statement, prepared: Prepared, args: SqlValue[]): Pick<Outcome, 'columns' | 'rows'> {
    try {
      if (!prepared.reader) {
        prepared.statement.run(args);
        if (this.#stuck === prepared) this.#stuck = null;
        return { columns: [], rows: [] };
      }
      const rows = prepared.statement.all(args) as unknown[][];
      // EXPLAIN of a write counts as a write in progress until it is reset, and no COMMIT succeeds
      // on the connection; the native module resets a statement only after get().
      if (explain) prepared.statement.get(args);
      if (this.#stuck === prepared) this.#stuck = null;
      return { columns: columnsOf(prepared), rows };
    } catch (error) {
      // After a lock the statement is kept: running it again resets it. After anything else it is
      // compiled anew the next time.
      if (metLock(error)) this.#stuck = prepared;
      else this.#prepared.delete(sql);
      throw error;
    }
  }

  #countChanges(inserting: boolean): Pick<Outcome, 'affected' | 'lastInsertRowid'> {
    const [changes, rowid] = this.#changes.get() as [bigint, bigint];
    return { affected: Number(changes), lastInsertRowid: inserting ? rowid.toString() : null };
  }
}

function columnsOf({ statement, reader }: Prepared): Column[] {
  if (!reader) return [];
  return statement.columns().map(({ name, type }) => ({ name, decltype: type }));
}
