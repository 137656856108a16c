/** Texts with wrong letters, and the words that should find them all the same. */
import { foldWord } from '../../domain/text/fold.ts';
import { tokenise } from '../../domain/text/tokens.ts';
import type { TestDocument } from './collection.ts';
import type { Asked } from './evaluate.ts';
import { addNoise, alphabetOf, seeded } from './noise.ts';

const NOISE = 0.05;
const LINES_OF_DOCUMENT = 3;
const SHORTEST_LINE = 30;
/** Shorter words have too many neighbours to be told from them. */
const SHORTEST_WORD = 4;
/** Words of so many documents: of one alone chance decides, what is nearly everywhere nobody asks for. */
const [FEWEST, MOST] = [2, 200];

/**
 * Documents of a few lines each, with noise, and every word that stands in several of them. Relevant is where the
 * word stood before the noise: in `asked` in exactly this form, whatever the spelling; in `byLexeme` in any form of it.
 * @param lexemes words that are forms of one, a line each (fixtures/search/lexemes.txt)
 */
export function noisyCollection(
  texts: readonly { language: string; text: string }[],
  { seed = 7, lexemes = '' }: { seed?: number; lexemes?: string } = {},
): { documents: TestDocument[]; asked: Asked[]; byLexeme: Asked[] } {
  const random = seeded(seed);
  const documents: TestDocument[] = [];
  const byKey = new Map<string, { word: string; relevant: Set<string> }>();
  for (const { language, text } of texts) {
    const alphabet = alphabetOf(text);
    const lines = text.split('\n').filter((line) => line.trim().length >= SHORTEST_LINE);
    for (let from = 0; from < lines.length; from += LINES_OF_DOCUMENT) {
      const clean = lines.slice(from, from + LINES_OF_DOCUMENT).join(' ');
      const id = `${language}:${from / LINES_OF_DOCUMENT}`;
      documents.push({ id, language, text: addNoise(clean, NOISE, alphabet, random) });
      for (const { text: word } of tokenise(clean)) {
        const key = foldWord(word);
        const known = byKey.get(key) ?? { word, relevant: new Set<string>() };
        byKey.set(key, known);
        known.relevant.add(id);
      }
    }
  }
  const asked = [...byKey.values()]
    .filter(
      ({ word, relevant }) =>
        /^\p{L}+$/u.test(word) &&
        Array.from(word).length >= SHORTEST_WORD &&
        relevant.size >= FEWEST &&
        relevant.size <= MOST,
    )
    .map(({ word, relevant }) => ({ q: word, relevant }));
  const formsOf = readLexemes(lexemes);
  const byLexeme = asked.map(({ q, relevant }) => {
    const forms = formsOf.get(foldWord(q)) ?? [];
    return {
      q,
      relevant: new Set([...relevant, ...forms.flatMap((form) => [...(byKey.get(form)?.relevant ?? [])])]),
    };
  });
  return { documents, asked, byLexeme };
}

/** By the key of each form the keys of all. */
function readLexemes(text: string): Map<string, string[]> {
  const groups = text.split('\n').map((line) => line.split(' ').map(foldWord));
  return new Map(groups.flatMap((forms) => forms.map((form) => [form, forms] as const)));
}
