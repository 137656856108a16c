/**
 * Kazakh and Tatar in Arabic script as printed before the spelling of 1912, made from Kazakh in töte jazu: by rule
 * and by chance, because that spelling was not settled (Arabic letters of Arabic words, vowels left out).
 */
import type { Chance } from './random.ts';

/** Letters of töte, and what stood for them before. */
const BEFORE: Record<string, string> = {
  ا: 'ا',
  ع: 'غ',
  ح: 'خ',
  ۆ: 'و',
  ۇ: 'و',
  ۋ: 'و',
  ھ: 'ه',
  ء: '',
  پ: 'ف',
  گ: 'ك',
};

/** A text in töte jazu in some spelling of before 1912. */
export function oldKazakh(tote: string, by: Chance): string {
  const changed = new Map(Object.entries(BEFORE).map(([now, then]) => [now, by.happens(0.6) ? then : now]));
  return tote
    .split(' ')
    .map((word) => {
      let old = Array.from(word, (letter) => changed.get(letter) ?? letter).join('');
      if (by.happens(0.35)) old = old.replace(/(?<=[^ى])ى(?=[^ى])/g, () => (by.happens(0.6) ? '' : 'ي'));
      if (by.happens(0.2)) old = old.replaceAll('ت', 'ط');
      if (by.happens(0.2)) old = old.replaceAll('س', 'ص');
      if (by.happens(0.06)) old = old.replaceAll('ز', by.pick(['ذ', 'ظ', 'ض']));
      if (by.happens(0.06)) old = old.replaceAll('س', 'ث');
      if (by.happens(0.05)) old = old.replace(/^ا/, by.pick(['آ', 'أ', 'إ', 'ع']));
      if (by.happens(0.05)) old = old.replace(/[هە]$/, 'ة');
      return old;
    })
    .join(' ');
}
