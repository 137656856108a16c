/**
 * Letters of a reading that no type has. The stock Kazakh model writes the one letter ә in three ways, also as Latin
 * schwa and as ӛ, which no Kazakh text has. Tesseract adds invisible direction marks (U+200E, U+200F), which no type
 * prints. Nothing else is ever changed in what was read.
 * @example tidyReading('əлем') // 'әлем'
 */
export function tidyReading(text: string): string {
  return text
    .replace(/[\u200e\u200f]/g, '')
    .replace(/[\u0259\u04db]/g, '\u04d9')
    .replace(/[\u018f\u04da]/g, '\u04d8')
    .normalize('NFC');
}
