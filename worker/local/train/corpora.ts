import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What sentences are taken from: translations of free programs, and a manual (fixtures/training/README.md). */
const SOURCES = {
  kk: [
    'usr/lib/thunderbird/extensions/langpack-kk@*.xpi',
    'usr/lib/firefox-esr/browser/extensions/langpack-kk@*.xpi',
    'usr/lib/libreoffice/program/resource/kk/LC_MESSAGES/*.mo',
  ],
  ru: ['usr/lib/thunderbird/extensions/langpack-ru@*.xpi', 'usr/share/libreoffice/help/ru/text/**/*.html'],
  ar: [
    'usr/lib/thunderbird/extensions/langpack-ar@*.xpi',
    'usr/lib/libreoffice/program/resource/ar/LC_MESSAGES/*.mo',
  ],
  ug: ['usr/lib/libreoffice/program/resource/ug/LC_MESSAGES/*.mo'],
} as const;

export type CorpusLanguage = keyof typeof SOURCES;

const LETTERS: Record<CorpusLanguage, RegExp> = {
  kk: /[әғқңөұүһі]/i,
  ru: /[а-я]{3}/i,
  ar: /[\u0621-\u064a]{2}/,
  ug: /[\u0621-\u06d5]{2}/,
};

/**
 * The sentences of a language that the packages under `root` carry, each once, in the order of the files.
 * @throws Error when there are too few to train with, which says what is missing
 */
export function readCorpus(language: CorpusLanguage, root: string): string[] {
  const sentences = new Set<string>();
  for (const pattern of SOURCES[language])
    for (const path of globSync(pattern, { cwd: root }).sort())
      for (const sentence of readSentences(join(root, path), language)) sentences.add(sentence);
  if (sentences.size < 500)
    throw new Error(`Only ${sentences.size} sentences of ${language} under ${root}: are the packages there?`);
  return [...sentences];
}

function readSentences(path: string, language: CorpusLanguage): string[] {
  const text = readText(path);
  return text
    .split('\n')
    .map((line) => plain(line.replace(/^\s*\.?[\w.-]+\s*=\s*/, '')))
    .filter((line) => line.length >= 8 && line.length < 600 && !/[{}<>\\%$_|]|\w\.\w|&\w/.test(line))
    .filter((line) => LETTERS[language].test(line) && latinShare(line) < 0.4);
}

function readText(path: string): string {
  const run = (command: string, ...parameters: string[]) =>
    execFileSync(command, parameters, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (path.endsWith('.mo')) return messages(run('msgunfmt', '--no-wrap', path));
  if (path.endsWith('.xpi')) return run('unzip', '-p', path, '*.ftl', '*.properties');
  return readFileSync(path, 'utf8')
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, '\n')
    .replace(/<\/?(p|h\d|td|li|div|br)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '');
}

/** The translations of a catalogue as `msgunfmt` prints it. */
function messages(catalogue: string): string {
  return [...catalogue.matchAll(/^msgstr(?:\[\d\])? "(.*)"$/gm)]
    .map(([, message = '']) => message.replace(/\\n/g, '\n').replace(/\\"/g, '"'))
    .join('\n');
}

function plain(line: string): string {
  return line
    .replace(/&(nbsp|#160);/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&(lt|gt|amp);/g, '')
    .replace(/[~_]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

function latinShare(line: string): number {
  return (line.match(/[a-z]/gi)?.length ?? 0) / line.length;
}
