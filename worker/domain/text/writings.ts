/** Ways of writing that the periodicals were printed in, or that people write them in today. */
import { scriptOf } from './script.ts';

/**
 * kk-Arab-old: Kazakh in Arabic script as before the spelling of 1912 (Arabic words as in Arabic, few vowels);
 * kk-Arab: by A. Baitursynov's spelling of 1912; kk-Latn: the alphabet of 2021; ru-petr1708: Russian before 1918.
 */
export type Writing = 'kk-Arab-old' | 'kk-Arab' | 'kk-Cyrl' | 'kk-Latn' | 'ru-petr1708';

export const WRITINGS: readonly Writing[] = ['kk-Arab', 'kk-Arab-old', 'kk-Cyrl', 'kk-Latn', 'ru-petr1708'];

/** BCP 47 of a writing. */
export function tagOfWriting(writing: Writing): Exclude<Writing, 'kk-Arab-old'> {
  return writing === 'kk-Arab-old' ? 'kk-Arab' : writing;
}

/**
 * The writing that the language and orthography of an issue say; where they say none, that of the script, so that
 * the letters at hand can at least be read. A date says nothing: both spellings were printed side by side for years.
 * @param language BCP 47
 * @param orthography as the reviewer wrote it, free text
 * @param sample some of the text, for a language tag that says no script
 */
export function writingOf(language: string, orthography = '', sample = ''): Writing {
  const [name = '', ...rest] = language.split('-');
  const tagged = rest.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  const script = tagged ?? SCRIPT_OF_LANGUAGE[name] ?? scriptOf(sample);
  if (script === 'Arab') return OLD.test(orthography) || name !== 'kk' ? 'kk-Arab-old' : 'kk-Arab';
  if (script === 'Latn') return 'kk-Latn';
  return name === 'ru' ? 'ru-petr1708' : 'kk-Cyrl';
}

/** Of languages with one script; Kazakh has three, so that `kk` alone is judged by the text. */
const SCRIPT_OF_LANGUAGE: Record<string, string> = {
  ru: 'Cyrl',
  ar: 'Arab',
  fa: 'Arab',
  ota: 'Arab',
  chg: 'Arab',
  en: 'Latn',
  de: 'Latn',
  fr: 'Latn',
};

/** How reviewers name the spelling before 1912: "qadim", "Chagatai", "before 1912". */
const OLD =
  /qad[iı]m|kad[iı]m|кадим|қадым|қадим|chagata|чагата|шағатай|(?:before|до|pre)[ -]1912|1912.*дейін|old|ескі/iu;
