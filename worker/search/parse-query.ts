/** What a researcher typed, read as a tree of terms. */
import { foldWord } from '../domain/text/fold.ts';
import { tokenise } from '../domain/text/tokens.ts';
import { literalWord } from './words.ts';

/** One typed word in the two forms that the index holds. */
export interface QueryWord {
  typed: string;
  literal: string;
  key: string;
}

/**
 * Words next to each other that must stand on the page.
 * - `folded`: one word, by its search key and all that follows from it
 * - `literal`: one or more, as typed, in the script as typed
 */
export interface Term {
  type: 'term';
  match: 'folded' | 'literal';
  words: QueryWord[];
  /** The last word may go on: `газет*`. */
  prefix: boolean;
}

export type QueryNode =
  | Term
  | { type: 'and'; nodes: QueryNode[]; without: QueryNode[] }
  | { type: 'or'; nodes: QueryNode[] };

export type Match = 'folded' | 'literal';

/** A query in which nothing can be searched; the message says what to do. */
export class QueryError extends Error {}

export const MAX_QUERY_LENGTH = 500;
export const MAX_QUERY_WORDS = 40;
const MAX_DEPTH = 10;
/** A shorter beginning would be the beginning of half the dictionary. */
const LEAST_PREFIX = 2;

/**
 * Reads a query. Words are all wanted, in any order. `OR` between words wants one of them, `NOT` or a minus
 * directly before a word takes pages with it away, parentheses group, `*` after a word stands for any rest
 * of it, and what stands in quotes is a phrase in the script as typed. The operators are written in capitals;
 * signs that mean nothing here separate words, an unbalanced quote or parenthesis opens nothing.
 * @throws QueryError for an empty, wordless or overlong query, and for one that only says what is not wanted
 */
export function parseQuery(query: string, match: Match): QueryNode {
  if (query.length > MAX_QUERY_LENGTH) {
    throw new QueryError(`A query has up to ${MAX_QUERY_LENGTH} characters; this one has ${query.length}.`);
  }
  const pieces = splitPieces(query.normalize('NFC'));
  const parser = new Parser(balance(pieces), match);
  const node = parser.readAll();
  if (parser.wordCount > MAX_QUERY_WORDS) {
    throw new QueryError(`A query has up to ${MAX_QUERY_WORDS} words; this one has ${parser.wordCount}.`);
  }
  return node;
}

/** The terms that a page has to hold or may hold, in the order typed; those after NOT are not among them. */
export function termsOf(node: QueryNode): Term[] {
  return node.type === 'term' ? [node] : node.nodes.flatMap(termsOf);
}

type WordPiece =
  | { type: 'quote'; text: string }
  | { type: 'text'; text: string; prefix: boolean; minus: boolean };
type Piece = WordPiece | { type: 'open' | 'close' | 'or' | 'not' | 'and' };

const PIECE = /["“„«]([^"“”„«»]*)["”»“]|([()])|(-?)([^\s"“”„«»()*]+)(\*?)|\*/gu;

function splitPieces(query: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [, quote, bracket, minus, text, star] of query.matchAll(PIECE)) {
    if (quote !== undefined) pieces.push({ type: 'quote', text: quote });
    else if (bracket !== undefined) pieces.push({ type: bracket === '(' ? 'open' : 'close' });
    else if (text === 'OR' || text === 'NOT' || text === 'AND') {
      pieces.push({ type: text.toLowerCase() as 'or' | 'not' | 'and' });
    } else if (text !== undefined)
      pieces.push({ type: 'text', text, prefix: star === '*', minus: minus === '-' });
  }
  return pieces;
}

/** Without the parentheses that have no partner. */
function balance(pieces: readonly Piece[]): Piece[] {
  const open: number[] = [];
  const dropped = new Set<number>();
  for (const [index, { type }] of pieces.entries()) {
    if (type === 'open') open.push(index);
    if (type === 'close' && open.pop() === undefined) dropped.add(index);
  }
  for (const index of open) dropped.add(index);
  return pieces.filter((_, index) => !dropped.has(index));
}

class Parser {
  wordCount = 0;
  readonly #pieces: readonly Piece[];
  readonly #match: Match;
  #at = 0;

  constructor(pieces: readonly Piece[], match: Match) {
    this.#pieces = pieces;
    this.#match = match;
  }

  readAll(): QueryNode {
    const node = this.#readOr(0);
    if (!node) throw new QueryError('Type at least one word: there is no letter or digit in this query.');
    return node;
  }

  #readOr(depth: number): QueryNode | null {
    if (depth > MAX_DEPTH) throw new QueryError('The parentheses of this query are nested too deeply.');
    const nodes: QueryNode[] = [];
    for (;;) {
      const node = this.#readAnd(depth);
      if (node) nodes.push(node);
      if (this.#pieces[this.#at]?.type !== 'or') break;
      this.#at += 1;
    }
    return nodes.length > 1 ? { type: 'or', nodes } : (nodes[0] ?? null);
  }

  #readAnd(depth: number): QueryNode | null {
    const nodes: QueryNode[] = [];
    const without: QueryNode[] = [];
    let negated = false;
    for (let piece = this.#pieces[this.#at]; piece; piece = this.#pieces[this.#at]) {
      if (piece.type === 'or' || piece.type === 'close') break;
      this.#at += 1;
      if (piece.type === 'and') continue;
      if (piece.type === 'not') {
        negated = !negated;
        continue;
      }
      const read = 'text' in piece ? this.#readTerms(piece) : this.#readGroup(depth);
      const minus = piece.type === 'text' && piece.minus;
      for (const node of read) addNode(negated !== minus ? without : nodes, node);
      negated = false;
    }
    if (nodes.length === 0 && without.length > 0) {
      throw new QueryError('NOT takes away from what other words find: add a word that should be there.');
    }
    if (nodes.length === 0) return null;
    return nodes.length === 1 && without.length === 0 ? nodes[0]! : { type: 'and', nodes, without };
  }

  #readGroup(depth: number): QueryNode[] {
    const node = this.#readOr(depth + 1);
    // The list of pieces is balanced, so what ended the group is its own parenthesis.
    this.#at += 1;
    return node ? [node] : [];
  }

  #readTerms(piece: WordPiece): Term[] {
    const words = wordsOf(piece.text);
    this.wordCount += words.length;
    if (words.length === 0) return [];
    if (piece.type === 'quote') return [{ type: 'term', match: 'literal', words, prefix: false }];
    const last = words.length - 1;
    return words.map((word, index) => {
      const prefix = piece.prefix && index === last;
      if (prefix && word.key.length < LEAST_PREFIX)
        throw new QueryError(`Type at least ${LEAST_PREFIX} letters before *.`);
      return { type: 'term', match: this.#match, words: [word], prefix };
    });
  }
}

/** A term that stands twice is wanted once. */
function addNode(nodes: QueryNode[], node: QueryNode): void {
  const text = JSON.stringify(node, (name, value: unknown) => (name === 'typed' ? undefined : value));
  const same = (other: QueryNode) =>
    JSON.stringify(other, (name, value: unknown) => (name === 'typed' ? undefined : value)) === text;
  if (!nodes.some(same)) nodes.push(node);
}

/** The words of a text as the index would have them. */
export function wordsOf(text: string): QueryWord[] {
  return tokenise(text).flatMap((token) => {
    const literal = literalWord(token.text);
    if (literal === '') return [];
    return [{ typed: token.text, literal, key: literalWord(foldWord(token.text)) || literal }];
  });
}
