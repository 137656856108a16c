/**
 * Letters that look right and are others: a Latin a in a Cyrillic word, ک for ك, ө for ѳ, a digit for a letter. They
 * print alike and are never found again by who types the right one. Only told: the text is changed by a person.
 */
import { lookAlikeIn, type LetterScript, scriptOfLetter } from './look-alikes.ts';
import { numeralForm } from './numerals.ts';
import { type Token, tokenise } from './tokens.ts';
import { isRomanNumeral, lettersOf, scriptOfWord } from './word-script.ts';
import type { Writing } from './writings.ts';

export interface Stranger {
  /** `script`: of another script; `variant`: of the same script, not in this writing; `digit`: among letters; `letter`: among digits; `numerals`: of another form than the rest of the number; `shape`: a form of a letter, not the letter. */
  kind: 'script' | 'variant' | 'digit' | 'letter' | 'numerals' | 'shape';
  /** UTF-16 offsets of the letter with its marks. */
  start: number;
  end: number;
  written: string;
  /** What was probably meant; missing where nothing looks like it. */
  meant?: string;
  /** The whole word, as written. */
  word: string;
}

const SCRIPTS: Record<Writing, LetterScript> = {
  'kk-Arab-old': 'Arab',
  'kk-Arab': 'Arab',
  'kk-Cyrl': 'Cyrl',
  'kk-Latn': 'Latn',
  'ru-petr1708': 'Cyrl',
};

/** Letters of the right script that this writing does not have: itself, then the letter meant; a third where it differs inside a word. */
const VARIANTS: Record<Writing, ReadonlyMap<string, [atEnd: string, inside: string]>> = {
  // ی is dotless at the end and has two dots inside; ه at the end is the vowel ە, elsewhere the consonant ھ.
  'kk-Arab': variants('کك ڪك یىي ہەھ هەھ ݣڭ ڬڭ'),
  'kk-Arab-old': variants('کك ڪك یىي ہه ەه ھه ݣڭ ڬڭ'),
  'kk-Cyrl': variants('ѳө ѲӨ ӊң ӉҢ їі ЇІ ӏі ӀІ'),
  'kk-Latn': variants('șş ȘŞ ǧğ ǦĞ ɡg'),
  'ru-petr1708': variants('өѳ ӨѲ ҍѣ ҌѢ їі ЇІ ӏі ӀІ'),
};

/** Anything that can be a finding: a letter outside the script, a variant, a digit beside a letter or another kind of digit. */
const SUSPECT: Record<Writing, RegExp> = {
  'kk-Arab': suspect('kk-Arab', 'Arabic'),
  'kk-Arab-old': suspect('kk-Arab-old', 'Arabic'),
  'kk-Cyrl': suspect('kk-Cyrl', 'Cyrillic'),
  'kk-Latn': suspect('kk-Latn', 'Latin'),
  'ru-petr1708': suspect('ru-petr1708', 'Cyrillic'),
};

function suspect(writing: Writing, script: string): RegExp {
  const letters = String.raw`(?!\p{Script=${script}})\p{L}|[${[...VARIANTS[writing].keys()].join('')}\uFB50-\uFDFF\uFE70-\uFEFC]`;
  const digits = String.raw`[\p{L}\p{M}]\p{Nd}|\p{Nd}\p{L}|[0-9][٠-٩۰-۹]|[٠-٩][0-9۰-۹]|[۰-۹][0-9٠-٩]`;
  return new RegExp(`${letters}|${digits}`, 'u');
}

/** In Kazakh Cyrillic Latin Y prints like Ү rather than У. */
const NEARER = new Map<Writing, string>([['kk-Cyrl', 'YҮ']]);

const LETTER_FOR_DIGIT: Record<'Cyrl' | 'Latn', Record<string, string>> = {
  Cyrl: { '0': 'о', '1': 'і', '3': 'з', '6': 'б' },
  Latn: { '0': 'o', '1': 'l', '5': 's' },
};
const DIGIT_FOR_LETTER: Record<string, string> = {
  О: '0',
  о: '0',
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  І: '1',
  З: '3',
  з: '3',
  б: '6',
  ا: '١',
};

/**
 * The doubtful letters of a line, in order.
 * @param writing what the page is printed in, as a person has said
 */
export function findStrangers(text: string, writing: Writing): Stranger[] {
  // Nearly all lines have nothing of the kind, and 600 of them are asked about when a page is opened.
  if (!SUSPECT[writing].test(text)) return [];
  return tokenise(text).flatMap((word) => {
    if (!/\p{L}/u.test(word.text)) return mixedNumerals(word);
    if (isRomanNumeral(text, word)) return [];
    const inNumber = lettersInNumber(word);
    if (inNumber.length > 0) return inNumber;
    return [...strangeLetters(word, writing), ...digitsInWord(word, SCRIPTS[writing])].sort(
      (a, b) => a.start - b.start,
    );
  });
}

function strangeLetters(word: Token, writing: Writing): Stranger[] {
  const letters = lettersOf(word);
  const own = scriptOfWord(letters, SCRIPTS[writing]);
  if (own === undefined) return [];
  return letters.flatMap(({ letter, offset }, index): Stranger[] => {
    const place = { start: offset, end: offset + letter.length, written: letter, word: word.text };
    const script = scriptOfLetter(letter);
    if (script !== undefined && script !== own) {
      const meant =
        NEARER.get(writing)?.startsWith(letter) && own === 'Cyrl' ? 'Ү' : lookAlikeIn(letter, own);
      return [{ kind: 'script', ...place, ...(meant === undefined ? {} : { meant }) }];
    }
    const plain = letter.normalize('NFKC');
    if (script === 'Arab' && /[\uFB50-\uFDFF\uFE70-\uFEFC]/.test(letter)) {
      return [{ kind: 'shape', ...place, meant: plain }];
    }
    const [base = '', ...marks] = letter;
    const variant = own === SCRIPTS[writing] ? VARIANTS[writing].get(base) : undefined;
    if (!variant) return [];
    const meant = index === letters.length - 1 ? variant[0] : variant[1];
    return [{ kind: 'variant', ...place, meant: meant + marks.join('') }];
  });
}

/** One digit between letters of a word: "М0сква", but not "5-ші", "20ға" or "1917г". */
function digitsInWord(word: Token, script: LetterScript): Stranger[] {
  const table = script === 'Cyrl' || script === 'Latn' ? LETTER_FOR_DIGIT[script] : {};
  const digits = /(?<=\p{L}\p{M}*)[0-9٠-٩۰-۹](?=\p{L})/gu;
  return Array.from(word.text.matchAll(digits), ({ 0: written, index }) => {
    const start = word.start + index;
    const letter = table[written];
    const capital = isUpper(word.text[index - 1]) && isUpper(word.text[index + 1]);
    const meant = capital ? letter?.toUpperCase() : letter;
    return {
      kind: 'digit' as const,
      start,
      end: start + 1,
      written,
      word: word.text,
      ...(meant === undefined ? {} : { meant }),
    };
  });
}

/** "19l7": digits at both ends, and nothing between but digits and letters that look like some. */
function lettersInNumber(word: Token): Stranger[] {
  if (!/^\p{Nd}+[ОоOoIlІЗзбا\p{Nd}]*\p{Nd}+$/u.test(word.text)) return [];
  const form = numeralForm(word.text[0] ?? '');
  return Array.from(word.text).flatMap((written, index): Stranger[] => {
    const meant = DIGIT_FOR_LETTER[written];
    if (meant === undefined || (written === 'ا') !== (form !== 'european')) return [];
    const start = word.start + index;
    return [{ kind: 'letter', start, end: start + 1, written, meant, word: word.text }];
  });
}

/** Digits of another form than the first of the number; what was meant depends on the print. */
function mixedNumerals(word: Token): Stranger[] {
  const first = numeralForm(word.text[0] ?? '');
  return Array.from(word.text).flatMap((written, index): Stranger[] => {
    const form = numeralForm(written);
    if (form === undefined || form === first) return [];
    const start = word.start + index;
    return [{ kind: 'numerals', start, end: start + 1, written, word: word.text }];
  });
}

function isUpper(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase();
}

function variants(table: string): Map<string, [string, string]> {
  return new Map(
    table.split(' ').map((row) => {
      const [letter = '', atEnd = '', inside = atEnd] = row;
      return [letter, [atEnd, inside]];
    }),
  );
}
