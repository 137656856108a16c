import { cutLine, insert, punctuate } from './cut-line.ts';
import { oldRussian } from './old-russian.ts';
import { KAZAKH_NAMES, KOMI, KOMI_ENDINGS, LATIN, ROMAN, RUSSIAN_PERIOD } from './own-words.ts';
import type { Chance } from './random.ts';
import { openSource } from './text-sources.ts';

export type CyrillicKind = 'old' | 'civil' | 'russian' | 'kazakh' | 'komi' | 'molodtsov';

/** How much of each: by what the model is for, and by how far each is from what the base model knows. */
const MIX: readonly (readonly [CyrillicKind, number])[] = [
  ['old', 36],
  ['civil', 8],
  ['russian', 17],
  ['kazakh', 23],
  ['komi', 12],
  ['molodtsov', 4],
];

const MARKS = [
  '«_»',
  '„_“',
  '(_)',
  '«_',
  '_»',
  '„_',
  '_“',
  '_?',
  '_!',
  '_:',
  '_;',
  '_,',
  '_.',
  '_ —',
  '— _',
  '[_]',
  '"_"',
  '_...',
];
const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

/** Lines of text of a Cyrillic writing; `kind` goes with the text because the type differs with it. */
export function cyrillicLines(root: string, mix = MIX): (by: Chance) => { text: string; kind: CyrillicKind } {
  const russian = openSource('ru', root);
  const kazakh = openSource('kk', root);
  const words: Record<CyrillicKind, (by: Chance) => string[]> = {
    russian: (by) => russian.words(by),
    kazakh: (by) => withNames(kazakh.words(by), by, KAZAKH_NAMES),
    old: (by) => withNames(old(russian.words(by), by), by, RUSSIAN_PERIOD),
    civil: (by) => old(russian.words(by), by).map((word) => civil(word, by)),
    komi: (by) => komi(russian.words(by), by),
    molodtsov: (by) => komi(russian.words(by), by).map(molodtsov),
  };
  return (by) => {
    for (;;) {
      const kind = by.weighted(mix);
      const line = words[kind](by);
      if (by.happens(0.17)) insert(line, by, number(by, kind));
      if (by.happens(0.05)) insert(line, by, by.pick(ROMAN) + by.pick(['', '', '.', ')', ' в.']));
      if (by.happens(0.05)) insert(line, by, by.pick(LATIN));
      if (by.happens(0.02)) line.splice(0, 9, ...Array.from({ length: 9 }, () => by.pick(LATIN)));
      for (
        let marks = by.weighted([
          [0, 3],
          [1, 3],
          [2, 2],
        ]);
        marks > 0;
        marks--
      )
        punctuate(line, by, MARKS);
      let text = allowed(cutLine(line, by, { divide: true }));
      if (by.happens(0.07)) text = text.toUpperCase();
      if (text.length >= 2) return { text, kind };
    }
  };
}

function old(words: readonly string[], by: Chance): string[] {
  return words.map((word) => word.replace(/[а-яё]+/gi, (letters) => oldRussian(letters, by)));
}

/** Books of the 18th century print ї for і, and a slanted hyphen. */
function civil(word: string, by: Chance): string {
  const dotted = by.happens(0.75) ? word.replaceAll('і', 'ї').replaceAll('І', 'Ї') : word;
  return by.happens(0.15) ? dotted.replace(/-/g, '⸗') : dotted;
}

/** Komi newspapers of the thirties: words of Komi, and Russian ones with Komi endings. */
function komi(russian: readonly string[], by: Chance): string[] {
  return russian.map((word) => {
    if (by.happens(0.55)) return cased(by.pick(KOMI), word);
    const stem = word.replace(/[аеиоуыэюяйь]+$/, '');
    return by.happens(0.6) && /^[а-яё]{3,12}$/.test(stem) ? stem + by.pick(KOMI_ENDINGS) : word;
  });
}

function cased(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const MOLODTSOV: readonly (readonly [RegExp, string])[] = [
  [/дз(?=[ьеиіяю])ь?/g, 'ԇ'],
  [/дж/g, 'җ'],
  [/д(?=[ьеіяю])ь?/g, 'ԃ'],
  [/з(?=[ьеіяю])ь?/g, 'ԅ'],
  [/л(?=[ьеіяю])ь?/g, 'ԉ'],
  [/н(?=[ьеіяю])ь?/g, 'ԋ'],
  [/с(?=[ьеіяю])ь?/g, 'ԍ'],
  [/т(?=[ьеіяю])ь?/g, 'ԏ'],
  [/д/g, 'ԁ'],
  [/Д/g, 'Ԁ'],
  [/й/g, 'ј'],
  [/Й/g, 'Ј'],
  [/ъя/g, 'ја'],
];

/** The Komi alphabet of Molodtsov, 1918–1938: letters of their own for soft consonants. */
function molodtsov(word: string): string {
  return MOLODTSOV.reduce((written, [from, to]) => written.replace(from, to), word);
}

function withNames(words: string[], by: Chance, names: readonly string[]): string[] {
  for (
    let left = by.weighted([
      [0, 4],
      [1, 3],
      [3, 2],
    ]);
    left > 0;
    left--
  )
    insert(words, by, by.pick(names));
  return words;
}

function number(by: Chance, kind: CyrillicKind): string {
  const small = by.between(1, 99);
  const month = by.pick(MONTHS);
  return by.pick([
    `${small}`,
    `${by.between(100, 99999)}`,
    `${by.between(1750, 2025)} г.`,
    `${by.between(1850, 1920)}`,
    `№ ${by.between(1, 350)}`,
    `№№ ${small}—${small + by.between(1, 9)}`,
    `§ ${small}`,
    `${small}%`,
    `${small},${by.between(0, 99)}`,
    `${small} р. ${by.between(5, 95)} к.`,
    `${by.between(1, 31)} ${kind === 'old' ? oldRussian(month, by) : month} ${by.between(1860, 1940)}`,
    `${by.between(1, 31)}.${by.between(1, 12)}.${by.between(1900, 2020)}`,
    `${by.between(1, 31)}-го`,
    `${small}-${kind === 'kazakh' ? by.pick(['ші', 'шы', 'бап']) : by.pick(['й', 'я', 'е'])}`,
    `${by.between(1, 24)} ч. ${by.between(0, 59)} м.`,
    `${small}/${by.between(1, 12)}`,
    `${small}.`,
    `${small})`,
    `*)`,
  ]);
}

/** What the alphabet lacks becomes what is printed like it, or a space. */
function allowed(text: string): string {
  return text
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[–―]/g, '—')
    .replaceAll('…', '...')
    .replace(/[’‘`]/g, "'")
    .replaceAll('”', '“')
    .replace(/[^\p{Script=Cyrillic}A-Za-z0-9 !"'()*+,\-./:;=?[\]§«»—“„№%⸗]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
