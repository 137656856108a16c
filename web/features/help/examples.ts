/**
 * Three examples of each writing. Russian: fixtures/samples, a page in the public domain. Kazakh titles: the authority
 * file (fixtures/authority/periodicals.json: "qazaq" as on the emblem; the other two in a modern edition and in an
 * encyclopaedia). Before 1912: Arabic words, whose spelling is that of Arabic dictionaries.
 */
import type { Writing } from '../../../worker/domain/text/writings.ts';

interface Example {
  text: string;
  /** In today's spelling. */
  reading?: string;
  source: 'title1913' | 'title1911' | 'title1917' | 'arabicWord' | 'titleToday' | 'rizhskoeUtro';
}

export const EXAMPLES: Record<Writing, readonly Example[]> = {
  'kk-Arab': [
    { text: 'قازاق', reading: 'Қазақ', source: 'title1913' },
    { text: 'ايقاپ', reading: 'Айқап', source: 'title1911' },
    { text: 'بىرلىك تۋى', reading: 'Бірлік туы', source: 'title1917' },
  ],
  'kk-Arab-old': [
    { text: 'مكتب', reading: 'мектеп', source: 'arabicWord' },
    { text: 'كتاب', reading: 'кітап', source: 'arabicWord' },
    { text: 'خط', reading: 'хат', source: 'arabicWord' },
  ],
  'kk-Cyrl': [
    { text: 'Қазақ', source: 'titleToday' },
    { text: 'Айқап', source: 'titleToday' },
    { text: 'Бірлік туы', source: 'titleToday' },
  ],
  'kk-Latn': [
    { text: 'Qazaq', reading: 'Қазақ', source: 'titleToday' },
    { text: 'Aiqap', reading: 'Айқап', source: 'titleToday' },
    { text: 'Bırlık tuy', reading: 'Бірлік туы', source: 'titleToday' },
  ],
  'ru-petr1708': [
    { text: 'послѣднія усилія противника', reading: 'последние усилия противника', source: 'rizhskoeUtro' },
    { text: 'общее положеніе', reading: 'общее положение', source: 'rizhskoeUtro' },
    { text: 'въ нѣкоторыхъ районахъ', reading: 'в некоторых районах', source: 'rizhskoeUtro' },
  ],
};
