import { createMessages } from '../../i18n/messages.ts';

export const homeMessages = createMessages({
  en: {
    title: 'Old newspapers, as text you can trust',
    lead: 'Qalam turns scans of Kazakh and Russian periodicals of about 1905–1920 into text: machines read it, volunteers correct it, reviewers check it. Every word leads back to its place on the scan, and everything is open to search, to cite and over REST.',
    coverage: 'How far we are',
    coverageLead: {
      one: '{count} scanned page, by how far its text can be trusted',
      other: '{count} scanned pages, by how far their text can be trusted',
    },
    table: 'As a table',
    noPages: 'No page has been scanned yet.',
    noPagesNext: 'A reviewer adds a publication and an issue; then anyone signed in can upload scans.',
    publications: 'Publications',
    allPublications: 'All publications',
    noPublications: 'No publication has been added yet.',
    next: 'What you can do',
    volunteer: 'Transcribe',
    volunteerText:
      'Open a page that a machine has read, correct it line by line beside the scan, tag the people and places, and hand it in.',
    volunteerStart: 'Pages to correct',
    volunteerJoin: 'Make an account',
    reviewer: 'Review',
    reviewerText: {
      one: '{count} page or tag is waiting. Compare the text with the scan, then accept it or return it with a kind note.',
      other:
        '{count} pages and tags are waiting. Compare the text with the scan, then accept it or return it with a kind note.',
    },
    reviewerNone:
      'Nothing waits just now. When a volunteer hands a page in or proposes a tag, it appears in the queue.',
    reviewerStart: 'Open the queue',
    researcher: 'Research',
    researcherText:
      'Search in any script, see each hit on the scan, follow people and events, and take all of it over REST.',
    researcherPeople: 'People, places, events',
    researcherWords: 'Words over time',
    researcherApi: 'The API',
  },
  ru: {
    title: 'Старые газеты — текст, которому можно доверять',
    lead: 'Qalam превращает сканы казахских и русских изданий примерно 1905–1920 годов в текст: программа читает, волонтёры исправляют, рецензенты проверяют. Каждое слово ведёт к своему месту на скане; всё открыто для поиска, цитирования и по REST.',
    coverage: 'Что уже сделано',
    coverageLead: {
      one: '{count} отсканированная страница по степени надёжности текста',
      few: '{count} отсканированные страницы по степени надёжности текста',
      many: '{count} отсканированных страниц по степени надёжности текста',
      other: '{count} отсканированной страницы по степени надёжности текста',
    },
    table: 'В виде таблицы',
    noPages: 'Пока не отсканировано ни одной страницы.',
    noPagesNext: 'Рецензент добавляет издание и номер, после чего любой вошедший может загружать сканы.',
    publications: 'Издания',
    allPublications: 'Все издания',
    noPublications: 'Изданий пока нет.',
    next: 'Что можно делать',
    volunteer: 'Набирать текст',
    volunteerText:
      'Откройте прочитанную программой страницу, исправьте её строка за строкой рядом со сканом, отметьте людей и места и сдайте на проверку.',
    volunteerStart: 'Страницы для правки',
    volunteerJoin: 'Завести учётную запись',
    reviewer: 'Проверять',
    reviewerText: {
      one: 'Ждёт {count} страница или метка. Сверьте текст со сканом, примите его или верните с доброжелательным пояснением.',
      few: 'Ждут {count} страницы и метки. Сверьте текст со сканом, примите его или верните с доброжелательным пояснением.',
      many: 'Ждут {count} страниц и меток. Сверьте текст со сканом, примите его или верните с доброжелательным пояснением.',
      other:
        'Ждут {count} страницы и метки. Сверьте текст со сканом, примите его или верните с доброжелательным пояснением.',
    },
    reviewerNone:
      'Сейчас ничего не ждёт. Когда волонтёр сдаст страницу или предложит метку, она появится в очереди.',
    reviewerStart: 'Открыть очередь',
    researcher: 'Исследовать',
    researcherText:
      'Ищите в любой письменности, смотрите каждую находку на скане, прослеживайте людей и события, забирайте всё по REST.',
    researcherPeople: 'Люди, места, события',
    researcherWords: 'Слова по времени',
    researcherApi: 'API',
  },
  kk: {
    title: 'Ескі газеттер — сенуге болатын мәтін',
    lead: 'Qalam шамамен 1905–1920 жылдардағы қазақ және орыс басылымдарының сканын мәтінге айналдырады: машина оқиды, еріктілер түзетеді, тексерушілер қарап шығады. Әр сөз скандағы орнына апарады; бәрі іздеуге, дәйек келтіруге және REST арқылы алуға ашық.',
    coverage: 'Не істелді',
    coverageLead: { other: 'Сканерленген {count} бет мәтінінің сенімділігі бойынша' },
    table: 'Кесте түрінде',
    noPages: 'Әзірге бірде-бір бет сканерленген жоқ.',
    noPagesNext:
      'Тексеруші басылым мен нөмір қосады, содан кейін жүйеге кірген кез келген адам скан жүктей алады.',
    publications: 'Басылымдар',
    allPublications: 'Барлық басылым',
    noPublications: 'Әзірге басылым жоқ.',
    next: 'Не істей аласыз',
    volunteer: 'Мәтін теру',
    volunteerText:
      'Машина оқыған бетті ашып, сканмен қатар жол-жолымен түзетіңіз, адамдар мен жерлерді белгілеп, тексеруге тапсырыңыз.',
    volunteerStart: 'Түзетілетін беттер',
    volunteerJoin: 'Тіркелгі ашу',
    reviewer: 'Тексеру',
    reviewerText: {
      other:
        '{count} бет пен белгі тексеруді күтіп тұр. Мәтінді сканмен салыстырып, қабылдаңыз немесе жылы сөзбен түсіндіріп қайтарыңыз.',
    },
    reviewerNone: 'Қазір күтіп тұрған ештеңе жоқ. Еріктілер бет тапсырса не белгі ұсынса, кезекте шығады.',
    reviewerStart: 'Кезекті ашу',
    researcher: 'Зерттеу',
    researcherText:
      'Кез келген жазуда іздеңіз, әр табылған сөзді скан бетінен көріңіз, адамдар мен оқиғаларды қадағалаңыз, бәрін REST арқылы алыңыз.',
    researcherPeople: 'Адамдар, жерлер, оқиғалар',
    researcherWords: 'Сөздер уақыт бойынша',
    researcherApi: 'API',
  },
});
