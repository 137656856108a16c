import { createMessages } from '../../../i18n/messages.ts';

/** Words that the machine was unsure of. */
export const wordMessages = createMessages({
  en: {
    doubtfulCount: { one: '{count} doubtful word', other: '{count} doubtful words' },
    nextDoubtful: 'To the next word that the machine was unsure of (F7; back with Shift+F7)',
    doubtfulWord: '{word}: the machine was {percent}% sure.',
    noneDoubtful: 'The machine was sure of all the other words.',
  },
  ru: {
    doubtfulCount: {
      one: '{count} сомнительное слово',
      few: '{count} сомнительных слова',
      many: '{count} сомнительных слов',
      other: '{count} сомнительного слова',
    },
    nextDoubtful: 'К следующему слову, в котором программа не уверена (F7; назад — Shift+F7)',
    doubtfulWord: '{word}: программа уверена на {percent}\u00a0%.',
    noneDoubtful: 'В остальных словах программа уверена.',
  },
  kk: {
    doubtfulCount: { other: 'Күмәнді {count} сөз' },
    nextDoubtful: 'Машина сенімсіз оқыған келесі сөзге (F7; артқа — Shift+F7)',
    doubtfulWord: '{word}: машинаның сенімі {percent}\u00a0%.',
    noneDoubtful: 'Қалған сөздерді машина сенімді оқыған.',
  },
});
