import { join } from 'node:path';
import { readCorpus } from './corpora.ts';
import { readDictionary, wordForm } from './hunspell.ts';
import type { Chance } from './random.ts';

/** What gives the words of a line: a sentence of a corpus or a run of word forms of a dictionary. */
export interface TextSource {
  words(by: Chance): string[];
}

export type SourceLanguage = 'kk' | 'ru' | 'ar' | 'ug';

const DICTIONARIES: Partial<Record<SourceLanguage, { path: string; accept: RegExp }>> = {
  kk: { path: 'usr/share/hunspell/kk_KZ', accept: /^[а-яёәғқңөұүһі]{2,18}$/i },
  ru: { path: 'usr/share/hunspell/ru_RU', accept: /^[а-яё]{2,20}$/i },
  ar: { path: 'usr/share/hunspell/ar', accept: /^[\u0621-\u064a]{2,12}$/ },
};

/** Both kinds of text of a language from the packages unpacked under `root`. */
export function openSource(language: SourceLanguage, root: string): TextSource {
  const sentences = readCorpus(language, root);
  const dictionary = DICTIONARIES[language];
  const forms = dictionary && readDictionary(join(root, dictionary.path), dictionary);
  return {
    words(by) {
      if (forms && by.happens(0.5)) return Array.from({ length: 14 }, () => wordForm(forms, by));
      const words = by.pick(sentences).split(' ');
      // A line of a newspaper begins anywhere in a sentence, and the next one may begin within it.
      const line = words.slice(by.between(0, Math.max(0, words.length - 4)));
      while (line.length < 12) line.push(...by.pick(sentences).split(' '));
      return line;
    },
  };
}
