/** Words for the properties of claims and the predicates of relations that the authority file uses. */
import { language } from '../../i18n/language.ts';
import { createMessages, translator } from '../../i18n/messages.ts';

export const termMessages = createMessages({
  en: {
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

/** `founded` as a relation says whom a person founded, as a property when something was founded. */
export function predicateText(predicate: string): string {
  return term(predicate === 'founded' ? 'founder-of' : predicate);
}

export function propertyText(property: string): string {
  return term(property);
}

/** The word itself where it is not one of ours: reviewers may use others. */
function term(key: string): string {
  if (!Object.hasOwn(termMessages.catalogues.en, key)) return key;
  return translator(termMessages, language.value)(key as keyof typeof termMessages.catalogues.en);
}
