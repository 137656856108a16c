/** Sizes and shares as each language writes them. Chromium has no Kazakh locale data, so nothing here asks Intl. */
import { formatNumber } from '../../worker/domain/text/numbers.ts';
import type { Language } from './language.ts';

export { formatNumber };

const UNITS = {
  en: ['bytes', 'KB', 'MB', 'GB'],
  ru: ['байт', 'КБ', 'МБ', 'ГБ'],
  kk: ['байт', 'КБ', 'МБ', 'ГБ'],
};

/** A file's size in words. @example formatBytes(1_500_000, 'en') // '1.5 MB' */
export function formatBytes(bytes: number, language: Language): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < 3) {
    value /= 1000;
    unit += 1;
  }
  const rounded = unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${formatNumber(rounded, language)}\u00a0${UNITS[language][unit]}`;
}

/** A share of the whole. @example formatPercent(0.123, 'ru') // '12 %' with a no-break space */
export function formatPercent(share: number, language: Language): string {
  const percent = Math.round(share * 100);
  return language === 'en' ? `${percent}%` : `${percent}\u00a0%`;
}
