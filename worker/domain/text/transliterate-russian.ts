/**
 * Russian of before 1918 in the spelling of today, by the decree of 10 October 1918 "On the introduction of the
 * new orthography"; the items below are its own. Every rule changes single letters, so capitals stay.
 */
import type { Segment } from './transliterate.ts';

/** Items 1, 2 and 4, and izhitsa, which the decree does not name. */
const LETTERS: Record<string, string> = { ѣ: 'е', ѳ: 'ф', і: 'и', ї: 'и', ѵ: 'и' };

interface Change {
  word: RegExp;
  /** Place of the letter: from the beginning of the match, or from the end where negative. */
  at: number;
  to: string;
  other?: string;
}

// Matched against the word with the letters of `LETTERS` changed and the final ъ off.
const CHANGES: Change[] = [
  // Item 6: без- воз- из- and their like before a voiceless consonant; воз- and из- had с there before, but not before с.
  { word: /^(?:не)?(?:без|чрез|через)(?=[кпстфхцчшщ])/, at: -1, to: 'с' },
  { word: /^(?:не)?(?:во?з|из|раз|роз|низ)(?=с)/, at: -1, to: 'с' },
  // Item 7: -аго after sibilants is -его where the stress is elsewhere, else -ого; -яго is -его.
  { word: /(?:больш|чуж|меньш|друг)аго$/, at: -3, to: 'о' },
  { word: /[жчшщ]аго$/, at: -3, to: 'е', other: 'о' },
  { word: /(?<!^(?:бл|с|чик))аго$/, at: -3, to: 'о' },
  { word: /.яго$/, at: -3, to: 'е' },
  // Item 8: adjectives in -ыя and -ія. A noun in -ія stays; which it is shows in most stems.
  { word: /ыя$/, at: -1, to: 'е' },
  {
    word: /(?:[сцн]к|[жчшщ]|(?:друг|мног|долг|строг|велик|кратк|легк|редк|сладк|крепк|высок|широк|далек|глубок|жесток|тих|плох|сух)|[бвгджзйклмнпрстхчшщь]н)ия$/,
    at: -1,
    to: 'е',
  },
  { word: /[кгхн]ия$/, at: -1, to: 'я', other: 'е' },
  // Items 9 and 10.
  { word: /^он[ѣе]$/, at: -1, to: 'и' },
  { word: /^однѣ(?:х|м|ми)?$/, at: 3, to: 'и' },
  { word: /^(?:не|е)я$/, at: -1, to: 'ё' },
];

export function modernRussian(word: string): Segment[] {
  const written = word.replace(/(?<=[бвгджзклмнпрстфхцчшщ])ъ$/i, '').split('');
  const old = written.map(small).join('');
  const letters = old.split('').map((letter) => LETTERS[letter] ?? letter);
  const changed = letters.join('');
  const others = new Map<number, string>();
  const done = new Set<number>();
  for (const { word: pattern, at, to, other } of CHANGES) {
    const match = pattern.exec(/ѣ/.test(pattern.source) ? old : changed);
    if (!match) continue;
    const index = at < 0 ? match.index + match[0].length + at : match.index + at;
    if (done.has(index)) continue;
    done.add(index);
    letters[index] = to;
    if (other) others.set(index, other);
  }
  return written.map((letter, index): Segment => {
    const like = (reading: string) => (letter === letter.toLowerCase() ? reading : reading.toUpperCase());
    const other = others.get(index);
    return { text: like(letters[index] ?? letter), ...(other ? { others: [like(other)] } : {}) };
  });
}

/** One code unit stays one, so that places in the word do not move. */
function small(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
