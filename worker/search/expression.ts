/** A query as expressions of FTS5, one for each degree of looseness. */
import type { NameExpansion, TermForms } from './forms.ts';
import type { QueryNode, Term } from './parse-query.ts';

/** How loosely a page answers: its words as typed, by their keys, with other endings or names, misread. */
export const TIERS = ['exact', 'folded', 'inflected', 'near'] as const;
export type Tier = (typeof TIERS)[number];

export interface ExpandedQuery {
  node: QueryNode;
  forms: ReadonlyMap<Term, TermForms>;
  names: readonly NameExpansion[];
}

/** The distinct expressions, strictest first; `tier` is the loosest rule that each of them knows. */
export function expressionsOf(query: ExpandedQuery): { tier: number; expression: string }[] {
  const all = TIERS.map((_, tier) => ({ tier, expression: build(query.node, query, tier) }));
  return all.filter(
    ({ expression }, index) => all.findIndex((other) => other.expression === expression) === index,
  );
}

// Words and keys hold letters, marks and digits only, so quoting them is enough.
const inColumn = (column: 'word' | 'key', words: readonly string[], prefix = false) =>
  `${column} : "${words.join(' ')}"${prefix ? ' *' : ''}`;

const either = (expressions: readonly string[]) =>
  expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`;

function build(node: QueryNode, query: ExpandedQuery, tier: number): string {
  if (node.type === 'term') return withNames([node], query, tier, () => termExpression(node, query, tier));
  if (node.type === 'or') return either(node.nodes.map((part) => build(part, query, tier)));
  const wanted = joinRuns(node.nodes, query, tier);
  const positive = wanted.length === 1 ? (wanted[0] ?? '') : `(${wanted.join(' AND ')})`;
  if (node.without.length === 0) return positive;
  // What is not wanted is meant strictly: its misreadings and other forms take no page away.
  const strict = { ...query, names: [] };
  return `(${positive} NOT ${either(node.without.map((part) => build(part, strict, 1)))})`;
}

/** The parts of an AND, with the runs of terms that name an entity standing for its other names too. */
function joinRuns(nodes: readonly QueryNode[], query: ExpandedQuery, tier: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at]!;
    const run = node.type === 'term' ? longestRun(nodes.slice(at), query) : 1;
    const terms = nodes.slice(at, at + run);
    parts.push(
      run === 1
        ? build(node, query, tier)
        : withNames(terms as Term[], query, tier, () => {
            const each = terms.map((term) => build(term, query, tier));
            return `(${each.join(' AND ')})`;
          }),
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

function withNames(terms: readonly Term[], query: ExpandedQuery, tier: number, own: () => string): string {
  if (tier < TIERS.indexOf('inflected')) return own();
  const phrases = query.names
    .filter(
      ({ terms: named }) =>
        named.length === terms.length && named.every((term, index) => term === terms[index]),
    )
    .flatMap(({ names }) => names.map(({ keys }) => inColumn('key', keys)));
  return either([own(), ...new Set(phrases)]);
}

function termExpression(term: Term, { forms }: ExpandedQuery, tier: number): string {
  const literal = inColumn(
    'word',
    term.words.map((word) => word.literal),
    term.prefix,
  );
  if (term.match === 'literal' || tier === 0) return literal;
  const key = term.words[0]?.key ?? '';
  const own = inColumn('key', [key], term.prefix);
  const { inflected = [], near = [] } = forms.get(term) ?? {};
  return either([
    own,
    ...(tier >= TIERS.indexOf('inflected') ? inflected.map((form) => inColumn('key', [form])) : []),
    ...(tier >= TIERS.indexOf('near') ? near.map((form) => inColumn('key', [form])) : []),
  ]);
}
