/** A token of SQL, as far as splitting statements and finding parameters needs it. */
export interface Token {
  type: 'word' | 'variable' | 'semicolon' | 'open' | 'close' | 'other';
  /** The text; words are in upper case. */
  text: string;
  start: number;
  end: number;
}

// Characters of identifiers as in SQLite's tokenizer: letters, digits, "_", "$", and everything
// beyond ASCII.
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /\.?[0-9](?:[\w.$\u0080-\uffff]|(?<=[eE])[+-](?=[0-9]))*/y;
const VARIABLE = /[:@$](?:[\w$\u0080-\uffff]|::)*[\w$\u0080-\uffff](?:::)?(?:\([^)\s]*\))?|\?[0-9]*/y;
const SPACE = /(?:[ \t\n\f\r\ufeff]+|--[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$))+/y;

function match(pattern: RegExp, sql: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0];
}

/** Where the quoted text that begins at `at` ends; a doubled quote stands for itself. */
function endOfQuoted(sql: string, at: number, close: string): number {
  let from = at + 1;
  for (;;) {
    const end = sql.indexOf(close, from);
    if (end < 0) return sql.length;
    if (close === ']' || sql[end + 1] !== close) return end + 1;
    from = end + 2;
  }
}

/**
 * Splits SQL into tokens, leaving out spaces and comments. It never fails: text that SQLite would
 * refuse becomes "other" tokens, and SQLite says what is wrong with it.
 */
export function* tokenize(sql: string): Generator<Token> {
  let at = 0;
  while (at < sql.length) {
    const space = match(SPACE, sql, at);
    if (space) {
      at += space.length;
      continue;
    }
    const token = readToken(sql, at);
    yield token;
    at = token.end;
  }
}

const PUNCTUATION = new Map<string, Token['type']>([
  [';', 'semicolon'],
  ['(', 'open'],
  [')', 'close'],
]);

function readToken(sql: string, start: number): Token {
  const first = sql.charAt(start);
  const punctuation = PUNCTUATION.get(first);
  if (punctuation) return { type: punctuation, text: first, start, end: start + 1 };
  if (first === "'" || first === '"' || first === '`' || first === '[') {
    const end = endOfQuoted(sql, start, first === '[' ? ']' : first);
    return { type: 'other', text: sql.slice(start, end), start, end };
  }
  const variable = match(VARIABLE, sql, start);
  if (variable) return { type: 'variable', text: variable, start, end: start + variable.length };
  const word = match(WORD, sql, start);
  if (word) return { type: 'word', text: word.toUpperCase(), start, end: start + word.length };
  const other = match(NUMBER, sql, start) ?? first;
  return { type: 'other', text: other, start, end: start + other.length };
}
