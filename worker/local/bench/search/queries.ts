/** What is asked of the made corpus: about what people ask, from the most frequent words to the rarest. */
import { type Corpus, makeCorpus } from './corpus.ts';

export type Query = Record<string, string>;

const FREQUENT = [1, 4, 9, 15, 22, 30, 40, 55];
const MIDDLING = [120, 200, 320, 450, 700, 1000, 1500, 2200, 3000];
const RARE = [5000, 8000, 12_000, 20_000, 35_000, 60_000, 90_000, 130_000];

/** About sixty queries over a corpus of this seed. */
export function makeQueries(seed: number, charactersPerPage: number): Query[] {
  const corpus = makeCorpus(seed, charactersPerPage);
  const cyrillic = (rank: number) => corpus.word(rank).cyrillic;
  const arabic = (rank: number) => corpus.word(rank).arabic;
  const single = [...FREQUENT, ...MIDDLING, ...RARE];
  return [
    ...single.map((rank, index) => ({ q: index % 2 === 0 ? cyrillic(rank) : arabic(rank) })),
    ...MIDDLING.map((rank, index) => ({
      q: `${cyrillic(FREQUENT[index % FREQUENT.length] ?? 1)} ${cyrillic(rank)}`,
    })),
    ...RARE.slice(0, 4).map((rank, index) => ({ q: `${cyrillic(rank)} ${arabic(MIDDLING[index] ?? 120)}` })),
    ...[200, 700].map((rank) => ({ q: `${cyrillic(5)} ${cyrillic(30)} ${cyrillic(rank)}` })),
    ...[320, 1000].map((rank) => ({ q: `${cyrillic(rank)} OR ${cyrillic(rank + 1)}` })),
    ...phrasesOf(corpus).map((phrase) => ({ q: `"${phrase}"` })),
    ...[60, 600, 6000, 60_000].map((rank) => ({ q: `${cyrillic(rank).slice(0, 4)}*` })),
    ...[150, 900, 9000].map((rank) => ({ q: cyrillic(rank), match: 'literal' })),
    ...[40, 320, 2200].map((rank) => ({ q: cyrillic(rank), from: '1913', to: '1917-06' })),
    ...[55, 450].map((rank) => ({ q: cyrillic(rank), publication: 'b4' })),
    ...[22, 700].map((rank) => ({ q: arabic(rank), script: 'Arab', layer: 'reviewed,transcribed' })),
    ...[120, 3000].map((rank) => ({ q: cyrillic(rank), sort: 'date' })),
  ];
}

/** What is asked by mistake or in bad faith, each with a `name`. */
export function oddQueries(seed: number, charactersPerPage: number): Query[] {
  const corpus = makeCorpus(seed, charactersPerPage);
  const { cyrillic } = corpus.word(1);
  return [
    { name: 'one letter and any rest (а*)', q: 'а*' },
    { name: 'two letters of a frequent word and any rest', q: `${cyrillic.slice(0, 2)}*` },
    { name: '10,000 characters', q: 'қазақ '.repeat(1667) },
    {
      name: '40 words, as many as are taken',
      q: Array.from({ length: 40 }, (_, index) => corpus.word(100 * index + 100).cyrillic).join(' '),
    },
  ];
}

/** Neighbouring words of the first pages, as they stand there. */
function phrasesOf(corpus: Corpus): string[] {
  return Array.from({ length: 4 }, () => {
    const words = (corpus.page().lines[3] ?? '').split(' ');
    return words.slice(1, 3).join(' ');
  });
}
