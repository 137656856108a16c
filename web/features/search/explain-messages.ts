import { createMessages } from '../../i18n/messages.ts';

export const explainMessages = createMessages({
  en: {
    title: 'How was this read?',
    folded: '{word}: in every script and spelling. The index knows it by the key {key}.',
    literal: '{word}: only in the script and spelling as typed.',
    phrase: '{word}: these words side by side, in the script and spelling as typed.',
    prefix: 'Also every word that begins so.',
    inflected: {
      one: '{count} form with another ending, by its key: {keys}',
      other: '{count} forms with other endings, by their keys: {keys}',
    },
    vowels: {
      one: '{count} word that may be this one with vowels left out, or with those that it leaves out, as before 1912, by its key: {keys}',
      other:
        '{count} words that may be this one with vowels left out, or with those that it leaves out, as before 1912, by their keys: {keys}',
    },
    near: {
      one: '{count} word that may be a misreading, by its key: {keys}',
      other: '{count} words that may be misreadings, by their keys: {keys}',
    },
    names: '{word} is a name of {entity}; also searched: {names}.',
    keys: 'A key is how all spellings of a word are written in the index. It drops what the scripts do not share, so that unlike words sometimes have one key.',
    unweighed: 'A word of this search stands nearly everywhere: pages are not weighed against each other.',
    expression: 'The question to the index, as it was asked (rules of spelling: version {version})',
    more: 'and {number} more',
  },
  ru: {
    title: 'Как прочитан запрос?',
    folded: '{word}: в любой письменности и любом написании. В указателе это ключ {key}.',
    literal: '{word}: только в набранной письменности и написании.',
    phrase: '{word}: эти слова рядом, только в набранной письменности и написании.',
    prefix: 'Также все слова с таким началом.',
    inflected: {
      one: '{count} форма с другим окончанием, ключ: {keys}',
      few: '{count} формы с другими окончаниями, ключи: {keys}',
      many: '{count} форм с другими окончаниями, ключи: {keys}',
      other: '{count} формы с другими окончаниями, ключи: {keys}',
    },
    vowels: {
      one: '{count} слово — возможно, это же с опущенными или восстановленными гласными, как до 1912 года; ключ: {keys}',
      few: '{count} слова — возможно, это же с опущенными или восстановленными гласными, как до 1912 года; ключи: {keys}',
      many: '{count} слов — возможно, это же с опущенными или восстановленными гласными, как до 1912 года; ключи: {keys}',
      other:
        '{count} слова — возможно, это же с опущенными или восстановленными гласными, как до 1912 года; ключи: {keys}',
    },
    near: {
      one: '{count} слово, возможно прочитанное с ошибкой, ключ: {keys}',
      few: '{count} слова, возможно прочитанные с ошибкой, ключи: {keys}',
      many: '{count} слов, возможно прочитанных с ошибкой, ключи: {keys}',
      other: '{count} слова, возможно прочитанные с ошибкой, ключи: {keys}',
    },
    names: '{word} — имя записи {entity}; искались также: {names}.',
    keys: 'Ключ — это единая запись всех написаний слова в указателе. В нём опущено то, чем письменности различаются, поэтому у разных слов ключ иногда совпадает.',
    unweighed: 'Одно из слов встречается почти везде: страницы не взвешивались между собой.',
    expression: 'Запрос к указателю, как он был задан (правила написания: версия {version})',
    more: 'и ещё {number}',
  },
  kk: {
    title: 'Сұрау қалай оқылды?',
    folded: '{word}: кез келген жазуда, кез келген емледе. Көрсеткіштегі кілті: {key}.',
    literal: '{word}: тек терілген жазуда, терілген емледе.',
    phrase: '{word}: осы сөздер қатар тұрған, тек терілген жазуда, терілген емледе.',
    prefix: 'Осылай басталатын барлық сөз де.',
    inflected: { other: 'Басқа жалғаумен {count} түрі, кілті: {keys}' },
    vowels: {
      other:
        '1912 жылға дейінгідей дауыстылары түсірілген не қалпына келтірілген осы сөз болуы мүмкін {count} сөз, кілті: {keys}',
    },
    near: { other: 'Қате оқылған болуы мүмкін {count} сөз, кілті: {keys}' },
    names: '{word} – {entity} жазбасының аты; мұндай аттары да ізделді: {names}.',
    keys: 'Кілт – сөздің барлық жазылуының көрсеткіштегі ортақ түрі. Жазулар арасындағы айырма онда ескерілмейді, сондықтан кейде әр басқа сөздердің кілті бірдей болады.',
    unweighed: 'Бір сөз барлық жерде дерлік кездеседі: беттер өзара салыстырылып реттелген жоқ.',
    expression: 'Көрсеткішке қойылған сұрау, сол күйінде (емле ережелері: {version}-нұсқа)',
    more: 'тағы {number}',
  },
});
