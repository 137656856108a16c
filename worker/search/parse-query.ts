/** What a researcher typed, read as terms that the index knows. */
import { foldWord } from '../domain/text/fold.ts';
import { tokenise } from '../domain/text/tokens.ts';
import { literalWord } from './words.ts';

/** One thing that must stand on the page: words next to each other, by key or as typed. */
export interface Term {
  /** literal: as typed, in the script as typed; folded: by the search key. */
  kind: 'literal' | 'folded';
  /** At least one; more than one is a phrase. */
  words: string[];
}

export type Match = 'folded' | 'literal';

/** A query in which nothing can be searched; the message says what to do. */
export class QueryError extends Error {}

export const MAX_QUERY_LENGTH = 500;
export const MAX_QUERY_WORDS = 40;

/**
 * Words are all wanted, in any order; what stands in quotes is a phrase in the script as typed.
 * An unbalanced quote opens nothing. Everything else that is no letter or digit separates words.
 * @throws QueryError for an empty, wordless or overlong query.
 */
export function parseQuery(query: string, match: Match): Term[] {
  if (query.length > MAX_QUERY_LENGTH) {
    throw new QueryError(`A query has up to ${MAX_QUERY_LENGTH} characters; this one has ${query.length}.`);
  }
  const terms: Term[] = [];
  for (const [, phrase, rest] of query
    .normalize('NFC')
    .matchAll(/["“„«]([^"“”„«»]*)["”»“]|([^"“„«]+|["“„«])/g)) {
    if (phrase !== undefined) pushTerm(terms, { kind: 'literal', words: wordsOf(phrase, 'literal') });
    else for (const word of wordsOf(rest ?? '', match)) pushTerm(terms, { kind: match, words: [word] });
  }
  if (terms.length === 0)
    throw new QueryError('Type at least one word: there is no letter or digit in this query.');
  const count = terms.reduce((sum, term) => sum + term.words.length, 0);
  if (count > MAX_QUERY_WORDS)
    throw new QueryError(`A query has up to ${MAX_QUERY_WORDS} words; this one has ${count}.`);
  return terms;
}

/** The terms as an FTS5 expression. Words hold letters, marks and digits only, so quoting them is enough. */
export function toFtsExpression(terms: readonly Term[]): string {
  return terms
    .map((term) => `${term.kind === 'literal' ? 'word' : 'key'} : "${term.words.join(' ')}"`)
    .join(' AND ');
}

function wordsOf(text: string, match: Match): string[] {
  return tokenise(text)
    .map((token) =>
      match === 'literal'
        ? literalWord(token.text)
        : literalWord(foldWord(token.text)) || literalWord(token.text),
    )
    .filter((word) => word !== '');
}

function pushTerm(terms: Term[], term: Term): void {
  const same = (other: Term) => other.kind === term.kind && other.words.join(' ') === term.words.join(' ');
  if (term.words.length > 0 && !terms.some(same)) terms.push(term);
}
