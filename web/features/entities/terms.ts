/** Words for the properties of claims and the predicates of relations that the authority file uses. */
import { language } from '../../i18n/language.ts';
import { createMessages, translator } from '../../i18n/messages.ts';

export const termMessages = createMessages({
  en: {
    'by-member-of': 'has as a member:',
    'by-editor-of': 'edited by',
    'by-author-of': 'written by',
    'by-leader-of': 'led by',
    'by-founder-of': 'founded by',
    'by-held-in': 'place of',
    'by-became': 'grew out of',
    'by-part-of': 'includes',
    'by-subdivision-of': 'has as a subdivision:',
    date: 'Date',
    birth: 'Born',
    death: 'Died',
    founded: 'Founded',
    dissolved: 'Dissolved',
    named: 'Named',
    start: 'Began',
    end: 'Ended',
    'first-issue': 'First issue',
    'last-issue': 'Last issue',
    'member-of': 'member of',
    'editor-of': 'editor of',
    'author-of': 'author of',
    'leader-of': 'leader of',
    'founder-of': 'founder of',
    'held-in': 'held in',
    became: 'became',
    'part-of': 'part of',
    'subdivision-of': 'subdivision of',
  },
  ru: {
    'by-member-of': 'участник:',
    'by-editor-of': 'редактор:',
    'by-author-of': 'автор:',
    'by-leader-of': 'руководитель:',
    'by-founder-of': 'основатель:',
    'by-held-in': 'здесь прошло:',
    'by-became': 'выросло из:',
    'by-part-of': 'включает:',
    'by-subdivision-of': 'отделение:',
    date: 'Дата',
    birth: 'Рождение',
    death: 'Смерть',
    founded: 'Основание',
    dissolved: 'Роспуск',
    named: 'Получение имени',
    start: 'Начало',
    end: 'Конец',
    'first-issue': 'Первый номер',
    'last-issue': 'Последний номер',
    'member-of': 'состоит в:',
    'editor-of': 'редактор:',
    'author-of': 'автор:',
    'leader-of': 'руководит:',
    'founder-of': 'основатель:',
    'held-in': 'место проведения:',
    became: 'стало:',
    'part-of': 'часть от:',
    'subdivision-of': 'отделение:',
  },
  kk: {
    'by-member-of': 'мүшесі:',
    'by-editor-of': 'редакторы:',
    'by-author-of': 'авторы:',
    'by-leader-of': 'басшысы:',
    'by-founder-of': 'құрған:',
    'by-held-in': 'осында өткен:',
    'by-became': 'бастауы:',
    'by-part-of': 'құрамында:',
    'by-subdivision-of': 'бөлімшесі:',
    date: 'Күні',
    birth: 'Туған күні',
    death: 'Қайтыс болған күні',
    founded: 'Құрылуы',
    dissolved: 'Таратылуы',
    named: 'Ат берілуі',
    start: 'Басталуы',
    end: 'Аяқталуы',
    'first-issue': 'Алғашқы нөмірі',
    'last-issue': 'Соңғы нөмірі',
    'member-of': 'мүше болған ұйымы:',
    'editor-of': 'редакторы болған басылымы:',
    'author-of': 'авторы болған еңбегі:',
    'leader-of': 'басқарғаны:',
    'founder-of': 'құрғаны:',
    'held-in': 'өткен жері:',
    became: 'айналғаны:',
    'part-of': 'құрамына кіретіні:',
    'subdivision-of': 'бөлімшесі болған ұйымы:',
  },
});

export const PROPERTIES = [
  'date',
  'birth',
  'death',
  'founded',
  'dissolved',
  'named',
  'start',
  'end',
  'first-issue',
  'last-issue',
] as const;

export const PREDICATES = [
  'member-of',
  'editor-of',
  'author-of',
  'leader-of',
  'founded',
  'held-in',
  'became',
  'part-of',
  'subdivision-of',
] as const;

/** Authority files that identifiers may come from; the second is what people call them. */
export const AUTHORITIES = [
  ['wikidata', 'Wikidata'],
  ['viaf', 'VIAF'],
  ['gnd', 'GND'],
  ['lcnaf', 'Library of Congress'],
  ['isni', 'ISNI'],
  ['geonames', 'GeoNames'],
] as const;

/** `founded` as a relation says whom a person founded, as a property when something was founded. */
export function predicateText(predicate: string): string {
  return term(predicate === 'founded' ? 'founder-of' : predicate);
}

/** The same from the other end: "edited by". What has no such words is said of the one that it is said of. */
export function incomingText(predicate: string): string | null {
  const key = `by-${predicate === 'founded' ? 'founder-of' : predicate}`;
  return Object.hasOwn(termMessages.catalogues.en, key) ? term(key) : null;
}

export function propertyText(property: string): string {
  return term(property);
}

/** The word itself where it is not one of ours: reviewers may use others. */
function term(key: string): string {
  if (!Object.hasOwn(termMessages.catalogues.en, key)) return key;
  return translator(termMessages, language.value)(key as keyof typeof termMessages.catalogues.en);
}
