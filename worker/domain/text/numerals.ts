/** Numbers in the digits of the print: 1913, ١٩١٣ (Arabic) and ۱۹۱۳ (Persian). Transcription keeps the printed ones. */

export type NumeralForm = 'european' | 'arabic' | 'persian';

export const DIGITS: Record<NumeralForm, string> = {
  european: '0123456789',
  arabic: '٠١٢٣٤٥٦٧٨٩',
  persian: '۰۱۲۳۴۵۶۷۸۹',
};

const FORMS: readonly NumeralForm[] = ['european', 'arabic', 'persian'];
const ANY_DIGIT = /[0-9٠-٩۰-۹]/g;

/** All digits of a text in one form; nothing else changes. @example toNumerals('№ 12', 'arabic') // '№ ١٢' */
export function toNumerals(text: string, form: NumeralForm): string {
  // The value of a digit is in the last four bits of all three ranges.
  return text.replace(ANY_DIGIT, (digit) => DIGITS[form][digit.charCodeAt(0) & 0xf] ?? digit);
}

/** The form of a digit; undefined for what is none of these. */
export function numeralForm(digit: string): NumeralForm | undefined {
  return digit === '' ? undefined : FORMS.find((form) => DIGITS[form].includes(digit));
}
