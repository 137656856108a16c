import { HranaError } from './errors.ts';
import type { Statement } from './sql-scan.ts';

// What sqld refuses, this server refuses too, so that development finds it before production does.
// The lists follow StmtKind in libsql-server/src/query_analysis.rs (tursodatabase/libsql).

const KINDS = new Set(
  'BEGIN COMMIT END ROLLBACK SAVEPOINT RELEASE SELECT VALUES INSERT REPLACE UPDATE DELETE CREATE ALTER DROP'.split(
    ' ',
  ),
);

/** Allowed with or without an argument. */
const PRAGMAS = new Set(
  [
    'table_list index_list table_info table_xinfo index_xinfo pragma_list compile_options database_list',
    'function_list module_list encoding defer_foreign_keys foreign_keys foreign_key_list foreign_key_check',
    'collation_list data_version freelist_count integrity_check legacy_file_format page_count quick_check',
    'stats user_version',
  ]
    .join(' ')
    .split(' '),
);

/** Allowed only as a question: with an argument they would change the connection. */
const PRAGMA_QUESTIONS = new Set(
  [
    'analysis_limit application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill',
    'cell_size_check checkpoint_fullfsync fullfsync hard_heap_limit journal_mode journal_size_limit',
    'legacy_alter_table locking_mode max_page_count mmap_size page_size query_only read_uncommitted',
    'recursive_triggers reverse_unordered_selects schema_version secure_delete soft_heap_limit',
    'synchronous temp_store threads trusted_schema wal_autocheckpoint',
  ]
    .join(' ')
    .split(' '),
);

function isAllowed(statement: Statement): boolean {
  const { kind, pragma, explain, temporary } = statement;
  if (pragma) {
    return PRAGMAS.has(pragma.name) || (!pragma.hasArgument && PRAGMA_QUESTIONS.has(pragma.name));
  }
  return explain || (KINDS.has(kind) && !temporary);
}

/** @throws HranaError SQL_PARSE_ERROR for VACUUM, ATTACH, TEMP, most PRAGMA writes and the like. */
export function refuseUnsupported(statement: Statement): void {
  if (isAllowed(statement)) return;
  const start = statement.sql.slice(0, 200);
  throw new HranaError('SQL_PARSE_ERROR', `SQL string could not be parsed: unsupported statement: ${start}`);
}
