import { transliterate } from '../../domain/text/transliterate.ts';
import { cutLine, insert, punctuate } from './cut-line.ts';
import { oldKazakh } from './old-kazakh.ts';
import { ARABIC_PERIOD, KAZAKH_NAMES, TATAR_PERIOD } from './own-words.ts';
import type { Chance } from './random.ts';
import { openSource } from './text-sources.ts';

export type ArabicKind = 'tote' | 'old' | 'arabic' | 'tatar';

const MIX: readonly (readonly [ArabicKind, number])[] = [
  ['tote', 44],
  ['old', 16],
  ['arabic', 30],
  ['tatar', 10],
];

const MARKS = [
  '«_»',
  '(_)',
  '«_',
  '_»',
  '_؟',
  '_!',
  '_:',
  '_؛',
  '_،',
  '_،',
  '_،',
  '_،',
  '_.',
  '_.',
  '_ -',
  '[_]',
  '_...',
];
const LIGHT_MARKS = ['ً', 'ّ', 'ّ', 'ُ', 'َ', 'ِ', 'ْ', 'ٌ', 'ٍ'];

/** Lines of text in Arabic script, in logical order; `kind` goes with the text because the type differs with it. */
export function arabicLines(root: string, mix = MIX): (by: Chance) => { text: string; kind: ArabicKind } {
  const kazakh = openSource('kk', root);
  const arabic = openSource('ar', root);
  const uyghur = openSource('ug', root);
  const tote = (by: Chance) => {
    const words = kazakh.words(by);
    for (
      let names = by.weighted([
        [0, 4],
        [1, 3],
        [3, 1],
      ]);
      names > 0;
      names--
    )
      insert(words, by, by.pick(KAZAKH_NAMES));
    return words.map(toTote);
  };
  const words: Record<ArabicKind, (by: Chance) => string[]> = {
    tote,
    old: (by) => oldKazakh(tote(by).join(' '), by).split(' '),
    arabic: (by) => printedArabic(mixed(arabic.words(by), by, ARABIC_PERIOD, 0.3), by),
    tatar: (by) => mixed(uyghur.words(by).map(tatar), by, TATAR_PERIOD, 0.45),
  };
  return (by) => {
    for (;;) {
      const kind = by.weighted(mix);
      const line = words[kind](by);
      if (by.happens(0.2)) insert(line, by, number(by));
      for (
        let marks = by.weighted([
          [0, 3],
          [1, 4],
          [2, 3],
          [3, 1],
        ]);
        marks > 0;
        marks--
      )
        punctuate(line, by, MARKS);
      const text = allowed(cutLine(line, by, { divide: by.happens(0.3) }));
      if (text.length >= 2) return { text, kind };
    }
  };
}

function toTote(word: string): string {
  return transliterate(word, { from: 'kk-Cyrl', to: 'kk-Arab' }).text;
}

/** Words of the period among those of a program's menus. */
function mixed(words: readonly string[], by: Chance, own: readonly string[], share: number): string[] {
  return words.map((word) => (by.happens(share) ? by.pick(own) : word));
}

/** Arabic as printed then: mostly without hamza on alef; a light mark on some words. */
function printedArabic(words: readonly string[], by: Chance): string[] {
  const hamza = by.happens(0.6);
  return words.map((word) => {
    let printed = hamza ? word : word.replace(/[أإ]/g, 'ا');
    if (by.happens(0.05)) printed += by.pick(['اً', 'ً', 'ٌ', 'ٍ', 'ّ']);
    if (by.happens(0.05) && printed.length > 3) {
      const at = by.between(1, printed.length - 1);
      printed = printed.slice(0, at) + by.pick(LIGHT_MARKS) + printed.slice(at);
    }
    return printed;
  });
}

/** Uyghur of today brought nearer to Tatar print: the letters that it did not have replaced. */
function tatar(word: string): string {
  return word
    .replaceAll('ې', 'ي')
    .replaceAll('ۈ', 'و')
    .replaceAll('ۆ', 'و')
    .replace(/^ئ/, '')
    .replaceAll('ئ', '');
}

function number(by: Chance): string {
  const written = by.pick([
    `${by.between(1, 31)}`,
    `${by.between(1, 31)}`,
    `${by.between(1300, 1340)}`,
    `${by.between(1890, 2020)}`,
    `${by.between(100, 99999)}`,
    `${by.between(1, 99)}-${by.between(1, 99)}`,
    `(${by.between(1, 99)})`,
    `${by.between(1, 30)}.${by.between(1, 12)}`,
    `${by.between(10, 99)}%`,
  ]);
  return by.happens(0.7)
    ? written.replace('%', '').replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    : written;
}

/** What the alphabet lacks becomes what is printed like it, or a space. */
function allowed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2010\u2011–—―]/g, '-')
    .replaceAll('…', '...')
    .replace(/["“]/g, '«')
    .replace(/[”„]/g, '»')
    .replaceAll(',', '،')
    .replaceAll(';', '؛')
    .replaceAll('?', '؟')
    .replaceAll('ک', 'ك')
    .replace(/ی(?=\p{L})/gu, 'ي')
    .replaceAll('ی', 'ى')
    .replaceAll('ہ', 'ه')
    .replace(/[^ءآأؤئإابةتثجحخدذرزسشصضطظعغفقكلمنهويىپچڭگژھۆۇۋە\u064b-\u0652٠-٩0-9 !()\-.:«»،؛؟[\]%*/]/g, ' ')
    .replace(/ (?=[\u064b-\u0652])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
