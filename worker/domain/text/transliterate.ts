/**
 * A text in another script, or in the spelling of today. Never a replacement for what is printed: a reading
 * aid, made by rules, that says where the rules cannot know.
 */
import { arabicFromCyrillic, cyrillicFromArabic } from './transliterate-arabic.ts';
import { cyrillicFromLatin, latinFromCyrillic } from './transliterate-latin.ts';
import { modernRussian } from './transliterate-russian.ts';
import { tokenise } from './tokens.ts';

/** Goes up with every change of what `transliterate` gives. */
export const TRANSLITERATION_VERSION = 1;

/** BCP 47 tags. kk-Arab is Baitursynov's spelling, kk-Latn the alphabet of 2021. */
export type Orthography = 'kk-Arab' | 'kk-Cyrl' | 'kk-Latn' | 'ru-petr1708' | 'ru';

/** A stretch of a result; `others` are readings that the source allows as well, the likelier first. */
export interface Segment {
  text: string;
  others?: readonly string[];
}

export interface Transliteration {
  text: string;
  /** UTF-16 offsets in `text`, in order, without overlap, and what else may stand there. */
  ambiguous: { start: number; end: number; alternatives: string[] }[];
  version: number;
}

/** One word to its segments. */
type WordRule = (word: string) => Segment[];

const DIRECTIONS: Record<string, WordRule> = {
  'kk-Arab kk-Cyrl': cyrillicFromArabic,
  'kk-Cyrl kk-Arab': (word) => [{ text: arabicFromCyrillic(word) }],
  'kk-Cyrl kk-Latn': (word) => [{ text: latinFromCyrillic(word) }],
  'kk-Latn kk-Cyrl': cyrillicFromLatin,
  'kk-Arab kk-Latn': (word) => cyrillicFromArabic(word).map(toLatin),
  'kk-Latn kk-Arab': (word) => wholeWord(cyrillicFromLatin(word), arabicFromCyrillic),
  'ru-petr1708 ru': modernRussian,
};

/**
 * Transliterates word by word; what is between words stays, but for Arabic commas and question marks.
 * Arabic script has no capitals, so there are none in what comes from it; ь and ц of loans are lost in it.
 * @throws RangeError for a direction that there is no rule for: from Russian of today, or between languages.
 * @example transliterate('قازاق', { from: 'kk-Arab', to: 'kk-Cyrl' }).text // 'қазақ'
 */
export function transliterate(
  text: string,
  { from, to }: { from: Orthography; to: Orthography },
): Transliteration {
  const rule = DIRECTIONS[`${from} ${to}`];
  if (!rule) throw new RangeError(`There are no rules for writing ${from} as ${to}.`);
  const source = text.normalize('NFC');
  const result: Transliteration = { text: '', ambiguous: [], version: TRANSLITERATION_VERSION };
  let done = 0;
  for (const word of tokenise(source)) {
    result.text += between(source.slice(done, word.start), from, to);
    for (const segment of rule(word.text)) append(result, segment);
    done = word.end;
  }
  result.text += between(source.slice(done), from, to);
  return result;
}

function append(result: Transliteration, { text, others = [] }: Segment): void {
  const start = result.text.length;
  result.text += text;
  const alternatives = [...new Set(others)].filter((other) => other !== text);
  if (alternatives.length > 0) result.ambiguous.push({ start, end: result.text.length, alternatives });
}

/** Letter for letter, so that each segment can be taken by itself. */
function toLatin({ text, others = [] }: Segment): Segment {
  return { text: latinFromCyrillic(text), others: others.map(latinFromCyrillic) };
}

/** For a rule that needs the whole word: each other reading of a part becomes another reading of the word. */
function wholeWord(segments: Segment[], rule: (word: string) => string): Segment[] {
  const texts = segments.map((segment) => segment.text);
  const others = segments.flatMap(({ others: readings = [] }, index) =>
    readings.map((reading) => rule(texts.with(index, reading).join(''))),
  );
  return [{ text: rule(texts.join('')), others }];
}

const ARABIC_PUNCTUATION: [string, string][] = [
  ['،', ','],
  ['؛', ';'],
  ['؟', '?'],
];

function between(text: string, from: Orthography, to: Orthography): string {
  let result = text;
  for (const [arabic, other] of ARABIC_PUNCTUATION) {
    if (from === 'kk-Arab') result = result.replaceAll(arabic, other);
    if (to === 'kk-Arab') result = result.replaceAll(other, arabic);
  }
  return result;
}
