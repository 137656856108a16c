/** Numbers as people read them. Written out because neither workerd nor Chromium knows Kazakh. */

const SIGNS = {
  kk: { group: '\u00a0', decimal: ',' },
  ru: { group: '\u00a0', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/**
 * A number with its thousands set apart, and at most `fractionDigits` digits (3) after the point:
 * 1234.5 is "1 234,5" in Kazakh and Russian, with no-break spaces, and "1,234.5" in English.
 * Throws a RangeError for what is not a finite number.
 */
export function formatNumber(value: number, language: 'kk' | 'ru' | 'en', fractionDigits = 3): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${value}`);
  const { group, decimal } = SIGNS[language];
  // BigInt writes out what toFixed would give with an exponent.
  const digits =
    Math.abs(value) >= 1e21 ? BigInt(Math.abs(value)).toString() : Math.abs(value).toFixed(fractionDigits);
  const [whole = '0', fraction = ''] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  const rest = fraction.replace(/0+$/, '');
  const text = rest ? grouped + decimal + rest : grouped;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}
