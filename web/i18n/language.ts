/** The language of the UI: chosen once from the browser's wishes, then remembered on this device. */
import { effect, signal } from '@preact/signals';

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

const STORED = 'qalam.language';

/**
 * The first wish that the UI speaks; English when there is none.
 * @example chooseLanguage(['kk-KZ', 'ru']) // 'kk'
 */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const language = LANGUAGES.find((known) => wish.toLowerCase().split('-')[0] === known);
    if (language) return language;
  }
  return 'en';
}

export const language = signal<Language>(firstLanguage());

export function setLanguage(chosen: Language): void {
  language.value = chosen;
  try {
    localStorage.setItem(STORED, chosen);
  } catch {
    // Storage is full or forbidden: the choice holds until the window is closed.
  }
}

function firstLanguage(): Language {
  const wishes = typeof navigator === 'undefined' ? [] : navigator.languages;
  try {
    return chooseLanguage([localStorage.getItem(STORED) ?? '', ...wishes]);
  } catch {
    return chooseLanguage(wishes);
  }
}

/** Keeps `<html lang>` true. Called once by main.tsx. */
export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}
