import { createMessages } from '../../i18n/messages.ts';

/** Help on writings and on the marks of a diplomatic transcription. */
export const helpMessages = createMessages({
  en: {
    help: 'Help',
    helpLead: 'The guide for the first visit, and the writings of the time with their letters.',
    writings: 'Which writing',
    forPrograms: 'The service for programs (REST)',
    title: 'Alphabet and marks',
    alphabet: 'Alphabet',
    'kk-Arab': 'Kazakh in Arabic script from 1912',
    'kk-Arab-old': 'Kazakh in Arabic script before 1912',
    'kk-Cyrl': 'Kazakh in Cyrillic',
    'kk-Latn': 'Kazakh in the Latin alphabet of 2021',
    'ru-petr1708': 'Russian before 1918',
    'about-kk-Arab':
      'Akhmet Baitursynuly’s spelling: a letter for each sound. Hamza ء at the beginning of a word says that its vowels are front ones; a word with ە, ك or گ needs none. ع and غ were both printed for ғ: type the one that is printed.',
    'about-kk-Arab-old':
      'Words from Arabic and Persian are written as in those languages, and many vowels are not written at all. Type only what is printed.',
    'about-kk-Cyrl':
      'The alphabet of 1940. The periodicals of 1905–1920 were not printed in it; it serves for names, notes and transliteration.',
    'about-kk-Latn':
      'The alphabet presented in 2021. The periodicals of 1905–1920 were not printed in it; it serves for transliteration. The capital of i is İ, that of ı is I.',
    'about-ru-petr1708':
      'ѣ, і, ѳ and ѵ stand beside the letters of today, and ъ ends words after a consonant. і stands before vowels and in міръ, the world.',
    soundHint: 'Below each letter its sound in Cyrillic; with Alt, how it is typed on a usual keyboard.',
    examples: 'Three examples',
    title1913: 'newspaper, 1913–1918; from its emblem',
    title1911: 'journal, 1911–1915; as in a modern edition in Arabic script',
    title1917: 'newspaper, from 1917; as in an encyclopaedia',
    arabicWord: 'a word from Arabic, in its Arabic spelling',
    titleToday: 'title of a periodical of the time, in this alphabet',
    rizhskoeUtro: '“Rizhskoe utro”, 1915',
    marks: 'Marks',
    marksHint:
      'What is printed is typed as it is printed. What a copy of it does not let you read surely is marked, in plain signs that stay when the text is copied. Search and the list of names see what is read, without the signs. A mark ends on its line.',
    markUnclear: 'read, but not surely',
    markAlternatives:
      'can be read in two ways or more; the likelier first, and it is the one that search finds',
    markIllegible: 'something is printed here and cannot be read',
    markGap: 'something is missing, nobody knows how much',
    markGapLong: 'about five letters are missing',
    markDeleted: 'struck out in this copy, still legible; search finds it',
    markAdded: 'written into this copy, by hand or between the lines',
    markPrinted: 'a printed bracket that would be taken for a mark has a backslash before it',
    marksSource:
      'After the Leiden conventions as used in EpiDoc: square brackets for gaps, ⟦ ⟧ for what was struck out. Different here: doubt is a question mark, since dots under letters would be taken for Arabic ones; the length of a gap is a number; additions stand in ⟨ ⟩.',
  },
  ru: {
    help: 'Справка',
    helpLead: 'Показ для первого визита и письмо того времени с его буквами.',
    writings: 'Какое письмо',
    forPrograms: 'Сервис для программ (REST)',
    title: 'Алфавит и пометы',
    alphabet: 'Алфавит',
    'kk-Arab': 'Казахская арабица с 1912 года',
    'kk-Arab-old': 'Казахская арабица до 1912 года',
    'kk-Cyrl': 'Казахская кириллица',
    'kk-Latn': 'Казахская латиница 2021 года',
    'ru-petr1708': 'Русское письмо до 1918 года',
    'about-kk-Arab':
      'Правописание Ахмета Байтурсынулы: каждому звуку своя буква. Хамза ء в начале слова говорит, что его гласные мягкие; словам с ە, ك или گ она не нужна. Для ғ печатали и ع, и غ: набирайте ту, что напечатана.',
    'about-kk-Arab-old':
      'Арабские и персидские слова пишутся как в этих языках, а многие гласные не пишутся вовсе. Набирайте только то, что напечатано.',
    'about-kk-Cyrl':
      'Алфавит 1940 года. Периодику 1905–1920 годов на нём не печатали; он служит для имён, примечаний и транслитерации.',
    'about-kk-Latn':
      'Алфавит, представленный в 2021 году. Периодику 1905–1920 годов на нём не печатали; он служит для транслитерации. Прописная к i — İ, к ı — I.',
    'about-ru-petr1708':
      'Кроме нынешних букв есть ѣ, і, ѳ и ѵ, а слова после согласной оканчиваются на ъ. і пишется перед гласными и в слове міръ (вселенная).',
    soundHint: 'Под каждой буквой — её звук кириллицей; с Alt — как набрать её на обычной клавиатуре.',
    examples: 'Три примера',
    title1913: 'газета, 1913–1918; с её эмблемы',
    title1911: 'журнал, 1911–1915; по современному изданию арабицей',
    title1917: 'газета, с 1917 года; по энциклопедии',
    arabicWord: 'слово из арабского, в арабском написании',
    titleToday: 'название издания тех лет этим алфавитом',
    rizhskoeUtro: '«Рижское утро», 1915',
    marks: 'Пометы',
    marksHint:
      'Напечатанное набирается так, как напечатано. То, что в экземпляре нельзя прочесть уверенно, помечается простыми знаками, которые остаются и при копировании. Поиск и список имён видят прочитанное без этих знаков. Помета заканчивается на своей строке.',
    markUnclear: 'прочитано неуверенно',
    markAlternatives: 'можно прочесть по-разному; сначала вероятное, его и находит поиск',
    markIllegible: 'что-то напечатано, но прочесть нельзя',
    markGap: 'что-то утрачено, неизвестно сколько',
    markGapLong: 'утрачено примерно пять букв',
    markDeleted: 'зачёркнуто в этом экземпляре, но читается; поиск это находит',
    markAdded: 'вписано в этот экземпляр от руки или между строк',
    markPrinted: 'перед напечатанной скобкой, похожей на помету, ставится обратная косая черта',
    marksSource:
      'По лейденской системе, как в EpiDoc: квадратные скобки для пропусков, ⟦ ⟧ для зачёркнутого. Иначе здесь: сомнение — вопросительный знак, так как точки под буквами приняли бы за арабские; длина пропуска — число; вписанное стоит в ⟨ ⟩.',
  },
  kk: {
    help: 'Анықтама',
    helpLead: 'Алғаш келгенге арналған көрсетілім және сол кездегі жазулар мен олардың әріптері.',
    writings: 'Қай жазу',
    forPrograms: 'Бағдарламаларға арналған қызмет (REST)',
    title: 'Әліпби мен белгілер',
    alphabet: 'Әліпби',
    'kk-Arab': '1912 жылдан кейінгі араб жазуы (төте жазу)',
    'kk-Arab-old': '1912 жылға дейінгі араб жазуы',
    'kk-Cyrl': 'Қазақ кирилл жазуы',
    'kk-Latn': '2021 жылғы қазақ латын әліпбиі',
    'ru-petr1708': '1918 жылға дейінгі орыс жазуы',
    'about-kk-Arab':
      'Ахмет Байтұрсынұлының емлесі: әр дыбысқа бір әріп. Сөз басындағы дәйекші ء дауыстылардың жіңішке екенін білдіреді; ە, ك немесе گ бар сөзге ол қойылмайды. ғ дыбысына ع де, غ де басылған: қайсысы басылса, соны теріңіз.',
    'about-kk-Arab-old':
      'Араб, парсы сөздері сол тілдердегідей жазылады, көп дауысты дыбыс мүлде жазылмайды. Тек басылғанын теріңіз.',
    'about-kk-Cyrl':
      '1940 жылғы әліпби. 1905–1920 жылдардағы басылымдар онымен басылмаған; ол есімдерге, ескертпелерге және транслитерацияға керек.',
    'about-kk-Latn':
      '2021 жылы ұсынылған әліпби. 1905–1920 жылдардағы басылымдар онымен басылмаған; ол транслитерацияға керек. i әрпінің бас түрі — İ, ı әрпінікі — I.',
    'about-ru-petr1708':
      'Қазіргі әріптермен қатар ѣ, і, ѳ, ѵ бар, дауыссызға біткен сөздер ъ әрпімен аяқталады. і дауыстылардың алдында және міръ (әлем) сөзінде жазылады.',
    soundHint: 'Әр әріптің астында кирилл жазуындағы дыбысы; Alt арқылы кәдімгі пернетақтада терілуі.',
    examples: 'Үш мысал',
    title1913: 'газет, 1913–1918; эмблемасынан',
    title1911: 'журнал, 1911–1915; араб жазуындағы қазіргі басылым бойынша',
    title1917: 'газет, 1917 жылдан; энциклопедия бойынша',
    arabicWord: 'араб тілінен келген сөз, арабша жазылуы',
    titleToday: 'сол кездегі басылымның аты, осы әліпбимен',
    rizhskoeUtro: '«Рижское утро», 1915',
    marks: 'Белгілер',
    marksHint:
      'Басылған мәтін басылған күйінде теріледі. Данадан анық оқылмайтын жер қарапайым белгімен көрсетіледі, ол мәтін көшірілгенде де қалады. Іздеу мен есімдер тізімі оқылғанды белгісіз көреді. Белгі өз жолында аяқталады.',
    markUnclear: 'оқылды, бірақ сенімсіз',
    markAlternatives: 'бірнеше түрлі оқылады; ықтималы бірінші, іздеу де соны табады',
    markIllegible: 'бірдеңе басылған, бірақ оқылмайды',
    markGap: 'бірдеңе жоғалған, қаншасы белгісіз',
    markGapLong: 'бес шамалы әріп жоғалған',
    markDeleted: 'осы данада сызылған, бірақ оқылады; іздеу оны табады',
    markAdded: 'осы данаға қолмен немесе жол арасына қосып жазылған',
    markPrinted: 'белгіге ұқсайтын басылған жақшаның алдына кері қиғаш сызық қойылады',
    marksSource:
      'EpiDoc қолданатын Лейден ережелері бойынша: үзікке тік жақша, сызылғанға ⟦ ⟧. Мұндағы айырмасы: күмән — сұрау белгісі, өйткені әріп астындағы нүкте араб нүктесі болып көрінер еді; үзіктің ұзындығы — сан; қосылғаны ⟨ ⟩ ішінде.',
  },
});
