import { createMessages } from '../../i18n/messages.ts';

/** How a suggestion of the gazetteer is explained, in the queue and on the page. */
export const suggestionMessages = createMessages({
  en: {
    byGazetteer: 'Gazetteer:',
    almostSure: 'almost certain',
    likely: 'likely',
    possible: 'possible',
    doubtful: 'doubtful',
    maybe: 'may also be',
  },
  ru: {
    byGazetteer: 'Словарь имён:',
    almostSure: 'почти наверняка',
    likely: 'вероятно',
    possible: 'возможно',
    doubtful: 'сомнительно',
    maybe: 'может быть также',
  },
  kk: {
    byGazetteer: 'Есімдер сөздігі:',
    almostSure: 'дерлік анық',
    likely: 'ықтимал',
    possible: 'мүмкін',
    doubtful: 'күмәнді',
    maybe: 'бәлкім, мынау:',
  },
});
