/** The labelled queries of fixtures/search over the passages of fixtures. */
import { tokenise } from '../../domain/text/tokens.ts';
import type { Match } from '../parse-query.ts';
import type { TestDocument } from './collection.ts';
import type { Asked } from './evaluate.ts';

/** One line of fixtures/search/queries.jsonl. */
interface LabelledQuery {
  q: string;
  match?: Match;
  /** Of each group one word has to stand in a relevant passage, exactly so but for capitals. */
  words: string[][];
  /** Stands in every relevant passage. */
  phrase?: string;
  reason: string;
}

const linesOf = (text: string) => text.trim().split('\n');

/** Passages that search is tried on: the lines of two declarations, and short passages with names. */
export function passages({
  kazakh,
  russian,
  marked,
}: {
  kazakh: string;
  russian: string;
  /** Files of fixtures/gold-names. */
  marked: readonly string[];
}): TestDocument[] {
  const ofDeclaration = (text: string, language: string) =>
    linesOf(text).map((line, index) => ({ id: `${language} ${index + 1}`, text: line, language }));
  return [
    ...ofDeclaration(kazakh, 'kk-Cyrl'),
    ...ofDeclaration(russian, 'ru'),
    ...marked.flatMap(linesOf).map((line, index) => {
      const { id, text, lang } = JSON.parse(line) as { id: string; text: string; lang: string };
      const old = id.startsWith('kk-Arab-old') ? { orthography: 'before 1912' } : {};
      return { id: `${id} ${index}`, text, language: lang, ...old };
    }),
  ];
}

/** The queries with the passages that their labels make relevant. */
export function labelledQueries(jsonl: string, documents: readonly TestDocument[]): Asked[] {
  const wordsOf = new Map(
    documents.map(({ id, text }) => [id, new Set(tokenise(text).map((token) => token.text.toLowerCase()))]),
  );
  return jsonl
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledQuery)
    .map(({ q, match, words, phrase = '' }) => ({
      q,
      ...(match ? { match } : {}),
      relevant: new Set(
        documents
          .filter(({ id, text }) => {
            const own = wordsOf.get(id);
            const hasAll = words.every((group) => group.some((word) => own?.has(word)));
            return hasAll && text.toLowerCase().includes(phrase);
          })
          .map(({ id }) => id),
      ),
    }));
}
