/** What the languages, scripts and orthographies of the sources are called in the UI's languages. */
import { createMessages, translator } from '../i18n/messages.ts';
import { language } from '../i18n/language.ts';

export const languageNames = createMessages({
  en: {
    'kk-Arab': 'Kazakh, Arabic script',
    'kk-Cyrl': 'Kazakh, Cyrillic',
    'kk-Latn': 'Kazakh, Latin',
    kk: 'Kazakh',
    'ru-petr1708': 'Russian before 1918',
    ru: 'Russian',
    en: 'English',
    ar: 'Arabic',
    tt: 'Tatar',
    'tt-Arab': 'Tatar, Arabic script',
    ug: 'Uyghur',
    'pre-reform': 'pre-reform Russian',
    'russian-before-1918': 'Russian before 1918',
    'tote-jazu': 'töte jazu (reformed Arabic script)',
    arabic: 'Arabic',
    und: 'Unknown language',
  },
  ru: {
    'kk-Arab': 'Казахский, арабское письмо',
    'kk-Cyrl': 'Казахский, кириллица',
    'kk-Latn': 'Казахский, латиница',
    kk: 'Казахский',
    'ru-petr1708': 'Русский до 1918 года',
    ru: 'Русский',
    en: 'Английский',
    ar: 'Арабский',
    tt: 'Татарский',
    'tt-Arab': 'Татарский, арабское письмо',
    ug: 'Уйгурский',
    'pre-reform': 'русская дореформенная',
    'russian-before-1918': 'Русская до 1918 года',
    'tote-jazu': 'төте жазу (реформированное арабское письмо)',
    arabic: 'Арабская',
    und: 'Язык неизвестен',
  },
  kk: {
    'kk-Arab': 'Қазақ тілі, араб жазуы',
    'kk-Cyrl': 'Қазақ тілі, кирилл жазуы',
    'kk-Latn': 'Қазақ тілі, латын жазуы',
    kk: 'Қазақ тілі',
    'ru-petr1708': 'Орыс тілі, 1918 жылға дейін',
    ru: 'Орыс тілі',
    en: 'Ағылшын тілі',
    ar: 'Араб тілі',
    tt: 'Татар тілі',
    'tt-Arab': 'Татар тілі, араб жазуы',
    ug: 'Ұйғыр тілі',
    'pre-reform': 'реформаға дейінгі орыс емлесі',
    'russian-before-1918': '1918 жылға дейінгі орыс емлесі',
    'tote-jazu': 'төте жазу',
    arabic: 'Араб емлесі',
    und: 'Тілі белгісіз',
  },
});

/** Languages that periodicals of the time were printed in, for choosing. */
export const SOURCE_LANGUAGES = [
  'kk-Arab',
  'ru-petr1708',
  'kk-Cyrl',
  'kk-Latn',
  'ru',
  'tt-Arab',
  'ar',
  'en',
] as const;

/** The name of a language tag or of an orthography; what is written where it has no name here. */
export function languageName(tag: string): string {
  const names = languageNames.catalogues.en;
  const known = [tag, slugOf(tag)].find((key) => Object.hasOwn(names, key));
  return known === undefined ? tag : translator(languageNames, language.value)(known as keyof typeof names);
}

/** Orthographies are free text: "Russian before 1918" and "töte jazu" are known as `russian-before-1918`, `tote-jazu`. */
function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(' ', '-');
}
