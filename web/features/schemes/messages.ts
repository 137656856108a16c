import { createMessages } from '../../i18n/messages.ts';

export const schemeMessages = createMessages({
  en: {
    title: 'Periods of the Alash movement',
    lead: 'How different scholars divide the years 1905–1920 into stages. The divisions overlap, leave gaps and judge the same years in opposite ways; all are kept, none is preferred.',
    picture: 'The stages on one axis',
    pictureHint:
      'A pointed end is open; hatched days belong to two stages; a dotted line is a gap. Undated stages stand only in the tables.',
    pictureLabel: 'Timeline of all schemes from 1905 to 1920; the same dates stand in the tables below',
    none: 'No scheme has been added yet.',
    attribution: 'Division by {name}',
    stage: 'Stage',
    from: 'From',
    to: 'Until',
    says: 'What the scholar calls it',
    source: 'Source',
    open: 'open',
    undated: 'undated',
    printed: 'printed: “{text}”',
  },
  ru: {
    title: 'Периодизации движения Алаш',
    lead: 'Как разные учёные делят 1905–1920 годы на этапы. Деления пересекаются, оставляют пробелы и оценивают одни и те же годы противоположно; сохранены все, ни одно не предпочтено.',
    picture: 'Этапы на одной оси',
    pictureHint:
      'Заострённый конец открыт; заштрихованные дни относят к себе два этапа; пунктир — пробел. Этапы без дат есть только в таблицах.',
    pictureLabel: 'Шкала всех периодизаций с 1905 по 1920 год; те же даты есть в таблицах ниже',
    none: 'Периодизаций пока нет.',
    attribution: 'Деление: {name}',
    stage: 'Этап',
    from: 'С',
    to: 'По',
    says: 'Как его называет учёный',
    source: 'Источник',
    open: 'открыто',
    undated: 'без дат',
    printed: 'напечатано: «{text}»',
  },
  kk: {
    title: 'Алаш қозғалысын кезеңдеу',
    lead: 'Әртүрлі ғалымдар 1905–1920 жылдарды кезеңдерге қалай бөледі. Бөлулер қабаттасады, арасында бос жылдар қалады, бір жылдарға қарама-қарсы баға беріледі; бәрі сақталған, ешқайсысы артық көрілмейді.',
    picture: 'Кезеңдер бір осьте',
    pictureHint:
      'Үшкір ұшы ашық; сызықшаланған күндерді екі кезең де өзіне жатқызады; нүктелі сызық — бос аралық. Жылы көрсетілмеген кезеңдер тек кестеде тұр.',
    pictureLabel:
      'Барлық кезеңдеудің 1905 жылдан 1920 жылға дейінгі шкаласы; сол жылдар төмендегі кестелерде де бар',
    none: 'Әзірге кезеңдеу қосылмаған.',
    attribution: 'Бөлген: {name}',
    stage: 'Кезең',
    from: 'Басы',
    to: 'Соңы',
    says: 'Ғалым оны қалай атайды',
    source: 'Дереккөз',
    open: 'ашық',
    undated: 'жылы көрсетілмеген',
    printed: 'басылғаны: «{text}»',
  },
});
