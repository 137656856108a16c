/** Numbers, sizes and times as each language writes them. Chromium has no Kazakh locale data, so nothing here asks Intl. */
import type { Language } from './language.ts';

const GROUP = { en: ',', ru: '\u00a0', kk: '\u00a0' };
const POINT = { en: '.', ru: ',', kk: ',' };

/** @example formatNumber(12345.5, 'kk') // '12 345,5' with a no-break space */
export function formatNumber(value: number, language: Language): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP[language]);
  return fraction === undefined ? grouped : grouped + POINT[language] + fraction;
}
