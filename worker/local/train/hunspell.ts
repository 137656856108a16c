import { readFileSync } from 'node:fs';
import type { Chance } from './random.ts';

interface Ending {
  strip: string;
  add: string;
  condition: RegExp;
}

interface Dictionary {
  words: [stem: string, flags: string[]][];
  suffixes: Map<string, Ending[]>;
  prefixes: Map<string, Ending[]>;
}

/**
 * A hunspell dictionary as a source of word forms.
 * @param path without `.aff` and `.dic`; both must be UTF-8
 * @throws what reading the files throws
 */
export function readDictionary(path: string, { accept }: { accept: RegExp }): Dictionary {
  const suffixes = new Map<string, Ending[]>();
  const prefixes = new Map<string, Ending[]>();
  let flag: (flags: string) => string[] = (flags) => flags.split('');
  for (const line of lines(`${path}.aff`)) {
    const [kind, name = '', strip = '', add = '', condition = '.'] = line.split(/\s+/);
    if (kind === 'FLAG' && name === 'num') flag = (flags) => flags.split(',');
    if (kind === 'FLAG' && name === 'long') flag = (flags) => flags.match(/../g) ?? [];
    if ((kind !== 'SFX' && kind !== 'PFX') || /^[YN]$/.test(strip)) continue;
    const table = kind === 'SFX' ? suffixes : prefixes;
    const ending = {
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : (add.split('/')[0] ?? ''),
      condition: new RegExp(kind === 'SFX' ? `(?:${condition})$` : `^(?:${condition})`, 'u'),
    };
    table.set(name, [...(table.get(name) ?? []), ending]);
  }
  const words: [string, string[]][] = [];
  for (const line of lines(`${path}.dic`).slice(1)) {
    const [stem = '', flags = ''] = (line.split(/\s/)[0] ?? '').split('/');
    if (accept.test(stem)) words.push([stem, flag(flags)]);
  }
  return { words, suffixes, prefixes };
}

/** Some form of some word: the stem, mostly with a suffix, sometimes with a prefix. */
export function wordForm({ words, suffixes, prefixes }: Dictionary, by: Chance): string {
  const [stem, flags] = by.pick(words);
  let form = stem;
  const after = flags
    .flatMap((name) => suffixes.get(name) ?? [])
    .filter(({ condition }) => condition.test(form));
  if (after.length > 0 && by.happens(0.75)) {
    const { strip, add } = by.pick(after);
    form = form.slice(0, form.length - strip.length) + add;
  }
  const before = flags
    .flatMap((name) => prefixes.get(name) ?? [])
    .filter(({ condition }) => condition.test(form));
  if (before.length > 0 && by.happens(0.35)) {
    const { strip, add } = by.pick(before);
    form = add + form.slice(strip.length);
  }
  // Some dictionaries write a condition where the ending belongs.
  return /^[\p{L}\p{M}-]+$/u.test(form) ? form : stem;
}

function lines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
}
