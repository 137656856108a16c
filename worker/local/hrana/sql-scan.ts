import { tokenize } from './sql-tokens.ts';
import type { Token } from './sql-tokens.ts';

/** What the server must know of a statement before SQLite sees it. */
export interface Statement {
  sql: string;
  /** First keyword; for WITH that of the statement itself; after EXPLAIN, that of what is explained. */
  kind: string;
  explain: boolean;
  /** CREATE TEMP, or CREATE of something in the schema "temp". */
  temporary: boolean;
  pragma: { name: string; hasArgument: boolean } | null;
  /** Names of the parameters in the order of their numbers; null for a plain "?". */
  parameters: (string | null)[];
  /** Does not change the database file, as far as its words tell. */
  readonly: boolean;
}

/** SQLite's default SQLITE_MAX_VARIABLE_NUMBER. */
const MAX_PARAMETER = 32_766;
const MAIN_KEYWORDS = new Set(['SELECT', 'VALUES', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE']);
const READING = new Set(['SELECT', 'VALUES', 'COMMIT', 'END', 'ROLLBACK', 'SAVEPOINT', 'RELEASE']);

/** Splits SQL into its statements, leaving out empty ones. */
export function scanSql(sql: string): Statement[] {
  return splitStatements(sql).map((tokens) => describeTokens(sql, tokens));
}

function splitStatements(sql: string): Token[][] {
  const statements: Token[][] = [];
  let current: Token[] = [];
  for (const token of tokenize(sql)) {
    if (token.type !== 'semicolon' || isInsideTrigger(current)) {
      current.push(token);
    } else if (current.length > 0) {
      statements.push(current);
      current = [];
    }
  }
  if (current.length > 0) statements.push(current);
  return statements;
}

/** Inside a trigger's body semicolons separate steps, until END comes right after one of them. */
function isInsideTrigger(tokens: Token[]): boolean {
  const words = withoutExplain(tokens);
  if (words[0]?.text !== 'CREATE') return false;
  const object = isTemporaryWord(words[1]) ? words[2] : words[1];
  if (object?.text !== 'TRIGGER') return false;
  const ended = tokens.at(-1)?.text === 'END' && tokens.at(-2)?.type === 'semicolon';
  return !ended;
}

function isTemporaryWord(token: Token | undefined): boolean {
  return token?.text === 'TEMP' || token?.text === 'TEMPORARY';
}

function withoutExplain(tokens: Token[]): Token[] {
  if (tokens[0]?.text !== 'EXPLAIN') return tokens;
  return tokens[1]?.text === 'QUERY' ? tokens.slice(3) : tokens.slice(1);
}

function describeTokens(sql: string, tokens: Token[]): Statement {
  const explain = tokens[0]?.text === 'EXPLAIN';
  const body = withoutExplain(tokens);
  const kind = findKind(body);
  const pragma = kind === 'PRAGMA' ? findPragma(body) : null;
  return {
    sql: sql.slice(tokens[0]?.start, tokens.at(-1)?.end),
    kind,
    explain,
    temporary: kind === 'CREATE' && isTemporary(sql, body),
    pragma,
    parameters: findParameters(tokens),
    readonly: explain || READING.has(kind) || isDeferredBegin(body) || pragma?.hasArgument === false,
  };
}

function findKind(tokens: Token[]): string {
  const first = tokens[0];
  if (first?.type !== 'word') return '';
  if (first.text !== 'WITH') return first.text;
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'open') depth++;
    else if (token.type === 'close') depth--;
    else if (depth === 0 && token.type === 'word' && MAIN_KEYWORDS.has(token.text)) return token.text;
  }
  return 'SELECT';
}

function isDeferredBegin(tokens: Token[]): boolean {
  return (
    tokens[0]?.text === 'BEGIN' &&
    !tokens.some((token) => /^(IMMEDIATE|EXCLUSIVE|CONCURRENT)$/.test(token.text))
  );
}

function findPragma(tokens: Token[]): Statement['pragma'] {
  const qualified = tokens[2]?.text === '.';
  const name = tokens[qualified ? 3 : 1]?.text.toLowerCase() ?? '';
  return { name, hasArgument: tokens.length > (qualified ? 4 : 2) };
}

function isTemporary(sql: string, tokens: Token[]): boolean {
  if (isTemporaryWord(tokens[1])) return true;
  return /^create\s+(?:virtual\s+)?\w+\s+(?:if\s+not\s+exists\s+)?["'`[]?temp["'`\]]?\s*\./i.test(
    sql.slice(tokens[0]?.start),
  );
}

/** Numbers parameters as SQLite does: "?" takes the next number, a name keeps its first one. */
function findParameters(tokens: Token[]): (string | null)[] {
  const names: (string | null)[] = [];
  for (const { type, text } of tokens) {
    if (type !== 'variable') continue;
    if (text === '?') {
      names.push(null);
    } else if (text.startsWith('?')) {
      const number = Number(text.slice(1));
      // Beyond the limit SQLite refuses the statement; reserving the room first would only hurt.
      if (number < 1 || number > MAX_PARAMETER) continue;
      while (names.length < number) names.push(null);
      names[number - 1] ??= text;
    } else if (!names.includes(text)) {
      names.push(text);
    }
  }
  return names;
}
