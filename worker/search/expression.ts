/** A query as expressions of FTS5, one for each degree of looseness. */
import type { NameExpansion, TermForms } from './forms.ts';
import type { QueryNode, Term } from './parse-query.ts';

/**
 * How loosely a page answers: its words as typed, by their keys, with other endings or names, with vowels left
 * out, misread.
 */
export const TIERS = ['exact', 'folded', 'inflected', 'vowels', 'near'] as const;
export const FOLDED = TIERS.indexOf('folded');

export interface ExpandedQuery {
  node: QueryNode;
  forms: ReadonlyMap<Term, TermForms>;
  names: readonly NameExpansion[];
}

/** What pages of one degree of looseness match. */
export interface TierExpression {
  /** Index of the loosest rule of TIERS that this knows. */
  tier: number;
  /** All pages up to this looseness. */
  expression: string;
  /** Only those that no stricter expression matches. */
  alone: string;
}

/** The distinct expressions, strictest first. */
export function expressionsOf(query: ExpandedQuery): TierExpression[] {
  const whole = partOf(query.node, query);
  const expressions: TierExpression[] = [];
  for (const tier of TIERS.keys()) {
    const added = whole.added(tier);
    const stricter = expressions.at(-1)?.expression;
    if (added === null) continue;
    const alone = stricter === undefined ? added : `(${added}) NOT (${stricter})`;
    expressions.push({ tier, expression: whole.full(tier) ?? added, alone });
  }
  return expressions;
}

/**
 * A part of a query at each degree of looseness; null where it matches nothing. `full` is all of it; `added` and
 * the full part of the degree before are together all of it again. What is added is far less, mostly: a frequent
 * word's pages need not be held against each of its hundred misreadings.
 */
interface Part {
  full: (tier: number) => string | null;
  added: (tier: number) => string | null;
}

/** An AND of more parts than this would be written out too many times. */
const MOST_WRITTEN_OUT = 4;

function partOf(node: QueryNode, query: ExpandedQuery): Part {
  if (node.type === 'term') return anyOf([termPart(node, query), namePart([node], query)]);
  if (node.type === 'or') return anyOf(node.nodes.map((part) => partOf(part, query)));
  const wanted = allOf(partsOfRuns(node.nodes, query));
  if (node.without.length === 0) return wanted;
  // What is not wanted is meant strictly: its misreadings and other forms take no page away.
  const strict = { ...query, names: [] };
  const without = either(node.without.map((part) => partOf(part, strict).full(FOLDED)));
  const but = (part: string | null) => (part === null ? null : `(${part} NOT ${without})`);
  return { full: (tier) => but(wanted.full(tier)), added: (tier) => but(wanted.added(tier)) };
}

// Words and keys hold letters, marks and digits only, so quoting them is enough.
const inColumn = (column: 'word' | 'key', words: readonly string[], prefix = false) =>
  `${column} : "${words.join(' ')}"${prefix ? ' *' : ''}`;

const joined = (operator: 'OR' | 'AND', expressions: readonly (string | null)[]) => {
  const some = [...new Set(expressions.filter((expression) => expression !== null))];
  return some.length < 2 ? (some[0] ?? null) : `(${some.join(` ${operator} `)})`;
};
const either = (expressions: readonly (string | null)[]) => joined('OR', expressions);

const anyOf = (parts: readonly Part[]): Part => ({
  full: (tier) => either(parts.map((part) => part.full(tier))),
  added: (tier) => either(parts.map((part) => part.added(tier))),
});

function allOf(parts: readonly Part[]): Part {
  const full = (tier: number) =>
    joined(
      'AND',
      parts.map((part) => part.full(tier)),
    );
  return {
    full,
    added(tier) {
      const changed = [...parts.keys()].filter((index) => parts[index]?.added(tier) !== null);
      if (tier === 0 || changed.length === 0) return tier === 0 ? full(tier) : null;
      if (parts.length > MOST_WRITTEN_OUT) return full(tier);
      // One part is new; those before it are as they were, so that no combination is written twice.
      return either(
        changed.map((index) =>
          joined(
            'AND',
            parts.map((part, at) =>
              at === index ? part.added(tier) : part.full(at < index ? tier - 1 : tier),
            ),
          ),
        ),
      );
    },
  };
}

function oneOf(alternatives: (tier: number) => readonly string[]): Part {
  return {
    full: (tier) => either(alternatives(tier)),
    added(tier) {
      const before = new Set(tier === 0 ? [] : alternatives(tier - 1));
      return either(alternatives(tier).filter((alternative) => !before.has(alternative)));
    },
  };
}

/** The parts of an AND, with the runs of terms that name an entity standing for its other names too. */
function partsOfRuns(nodes: readonly QueryNode[], query: ExpandedQuery): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at]!;
    const run = node.type === 'term' ? longestRun(nodes.slice(at), query) : 1;
    const terms = nodes.slice(at, at + run) as Term[];
    parts.push(
      run === 1
        ? partOf(node, query)
        : anyOf([allOf(terms.map((term) => partOf(term, query))), namePart(terms, query)]),
    );
    at += run;
  }
  return parts;
}

function longestRun(nodes: readonly QueryNode[], { names }: ExpandedQuery): number {
  const terms = nodes.slice(0, nodes.findIndex((node) => node.type !== 'term') >>> 0);
  const fits = names.filter(
    ({ terms: named }) => named[0] === terms[0] && named.every((term, index) => term === terms[index]),
  );
  return Math.max(1, ...fits.map(({ terms: named }) => named.length));
}

/** The other names of whom these terms, all of them, name. */
function namePart(terms: readonly Term[], query: ExpandedQuery): Part {
  const phrases = query.names
    .filter(
      ({ terms: named }) =>
        named.length === terms.length && named.every((term, index) => term === terms[index]),
    )
    .flatMap(({ names }) => names.map(({ keys }) => inColumn('key', keys)));
  return oneOf((tier) => (tier < TIERS.indexOf('inflected') ? [] : phrases));
}

function termPart(term: Term, { forms }: ExpandedQuery): Part {
  const literal = term.words.map((word) => word.literal);
  const typed = inColumn('word', literal, term.prefix);
  if (term.match === 'literal') return oneOf(() => [typed]);
  const key = inColumn('key', [term.words[0]?.key ?? ''], term.prefix);
  const { inflected = [], vowels = [], near = [] } = forms.get(term) ?? {};
  const [others, spellings, misread] = [inflected, vowels, near].map((keys) =>
    keys.map((form) => inColumn('key', [form])),
  ) as [string[], string[], string[]];
  // Whatever has the word as typed has its key.
  const byTier = [
    [typed],
    [key],
    [key, ...others],
    [key, ...others, ...spellings],
    [key, ...others, ...spellings, ...misread],
  ];
  return oneOf((tier) => byTier[tier] ?? []);
}
