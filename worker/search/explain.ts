/** How a query was read, for those who want to know why a page was found or not. */
import { FOLD_VERSION } from '../domain/text/fold.ts';
import type { Explanation } from '../shapes/search.ts';
import { type ExpandedQuery, expressionsOf } from './expression.ts';
import { termsOf } from './parse-query.ts';

export function explain(query: ExpandedQuery, weighed: boolean): Explanation {
  return {
    terms: termsOf(query.node).map((term) => {
      const { inflected = [], vowels = [], near = [] } = query.forms.get(term) ?? {};
      return {
        typed: term.words.map((word) => word.typed).join(' '),
        match: term.match,
        prefix: term.prefix,
        keys: term.words.map((word) => word.key),
        inflected: [...inflected],
        vowels: [...vowels],
        near: [...near],
      };
    }),
    names: query.names.map(({ terms, entity, label, names }) => ({
      typed: terms.flatMap((term) => term.words.map((word) => word.typed)).join(' '),
      entity,
      label,
      names: names.map((name) => name.text),
    })),
    expression: expressionsOf(query).at(-1)?.expression ?? '',
    foldVersion: FOLD_VERSION,
    weighed,
  };
}
