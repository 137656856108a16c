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

/** The name of a language tag; the tag itself where it has none here. */
export function languageName(tag: string): string {
  const names = languageNames.catalogues[language.value];
  return Object.hasOwn(names, tag)
    ? translator(languageNames, language.value)(tag as keyof typeof languageNames.catalogues.en)
    : tag;
}
