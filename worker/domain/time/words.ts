/** The languages in which dates are said. */
import type { DateWords } from './date-words.ts';
import { english } from './words-en.ts';
import { kazakh } from './words-kk.ts';
import { russian } from './words-ru.ts';

export type UiLanguage = 'kk' | 'ru' | 'en';

// Written out here because neither workerd nor Chromium has Kazakh among its locales.
export const WORDS: Record<UiLanguage, DateWords> = { kk: kazakh, ru: russian, en: english };
