import { createMessages } from '../../i18n/messages.ts';

/** The guide of the first visit: one minute, six pictures. */
export const guideMessages = createMessages({
  en: {
    title: 'How it works, in one minute',
    invitation: 'First time here? A guide of one minute shows how a page is transcribed.',
    show: 'Show me',
    notNow: 'Not now',
    open: 'Guide: one minute',
    step: '{at} of {count}',
    back: 'Back',
    next: 'Next',
    skip: 'Skip',
    start: 'Begin',
    scanTitle: 'The scan and its lines',
    scanText:
      'On one side the scan, on the other its lines. The line in hand is framed on the scan. Click a line of the scan, and the caret goes to its text.',
    typeTitle: 'Type what is printed',
    typeText:
      'The machine has read the page once; correct what it misread. Keep the old letters, the line breaks and the printer’s errors as they are. Enter goes to the next line.',
    doubtTitle: 'Doubtful words first',
    doubtText:
      'Words with dots below are those that the machine was unsure of. F7 goes from one to the next and selects it: type the right word over it, or press F7 again where it is right.',
    lettersTitle: 'Letters and marks',
    lettersText:
      'Letters that your keyboard lacks stand below the lines; Alt with a letter gives its neighbour. What you cannot read surely gets a question mark in brackets: [абв?]. What is lost is [...].',
    keptTitle: 'Nothing is lost',
    keptText:
      'Every key press is kept on this device, also without a connection. The dot beside “Saved” says how it stands. If somebody else saved first, you see both texts and choose.',
    handInTitle: 'Hand in, and the next page',
    handInText:
      '“Save and hand in for review” gives the page to a reviewer. If it comes back, the notes stand at the lines. Alt+N brings the next page. That is all: thank you for helping!',
  },
  ru: {
    title: 'Как это устроено, за одну минуту',
    invitation: 'Вы здесь впервые? Минутный показ объяснит, как набирают страницу.',
    show: 'Показать',
    notNow: 'Не сейчас',
    open: 'Показ за минуту',
    step: '{at} из {count}',
    back: 'Назад',
    next: 'Дальше',
    skip: 'Пропустить',
    start: 'Начать',
    scanTitle: 'Скан и его строки',
    scanText:
      'С одной стороны скан, с другой — его строки. Текущая строка обведена на скане. Щёлкните по строке скана, и курсор встанет в её текст.',
    typeTitle: 'Набирайте то, что напечатано',
    typeText:
      'Программа уже прочла страницу; исправьте там, где она ошиблась. Старые буквы, переносы и опечатки оставляйте как есть. Enter — к следующей строке.',
    doubtTitle: 'Сначала сомнительные слова',
    doubtText:
      'Точками подчёркнуты слова, в которых программа не уверена. F7 переходит от одного к другому и выделяет его: наберите верное слово поверх, а если всё верно — снова F7.',
    lettersTitle: 'Буквы и пометы',
    lettersText:
      'Буквы, которых нет на клавиатуре, — под строками; Alt с буквой даёт соседнюю. То, что нельзя прочесть уверенно, берут в скобки с вопросом: [абв?]. Утраченное — [...].',
    keptTitle: 'Ничего не пропадёт',
    keptText:
      'Каждое нажатие хранится на этом устройстве, даже без связи. Точка рядом со словом «Сохранено» показывает состояние. Если кто-то сохранил раньше, вы увидите оба текста и выберете.',
    handInTitle: 'Сдайте, и следующая страница',
    handInText:
      '«Сохранить и сдать на проверку» передаёт страницу рецензенту. Если она вернётся, замечания будут стоять у строк. Alt+N — следующая страница. Вот и всё, спасибо за помощь!',
  },
  kk: {
    title: 'Бәрі қалай істейді: бір минут',
    invitation: 'Мұнда алғаш рет пе? Беттің қалай терілетінін бір минутта көрсетеміз.',
    show: 'Көрсету',
    notNow: 'Қазір емес',
    open: 'Бір минуттық көрсетілім',
    step: '{count} қадамның {at}-қадамы',
    back: 'Артқа',
    next: 'Әрі қарай',
    skip: 'Өткізіп жіберу',
    start: 'Бастау',
    scanTitle: 'Скан және оның жолдары',
    scanText:
      'Бір жақта скан, екінші жақта оның жолдары. Қолдағы жол сканда қоршалып тұрады. Сканның жолын бассаңыз, меңзер сол жолдың мәтініне барады.',
    typeTitle: 'Басылғанын теріңіз',
    typeText:
      'Машина бетті бір рет оқып шыққан; қате оқыған жерін түзетіңіз. Ескі әріптер, жолдың бөлінуі және баспа қателері сол күйінде қалады. Enter келесі жолға өткізеді.',
    doubtTitle: 'Алдымен күмәнді сөздер',
    doubtText:
      'Астында нүктелері бар сөздерді машина сенімсіз оқыған. F7 бірінен екіншісіне өтіп, сөзді белгілейді: дұрысын үстіне теріңіз, дұрыс болса — тағы F7.',
    lettersTitle: 'Әріптер мен белгілер',
    lettersText:
      'Пернетақтада жоқ әріптер жолдардың астында; Alt әріппен бірге көршісін береді. Анық оқылмағаны сұрақ белгісімен жақшаға алынады: [абв?]. Жоғалғаны — [...].',
    keptTitle: 'Ештеңе жоғалмайды',
    keptText:
      'Әр басқан перне осы құрылғыда сақталады, байланыс болмаса да. «Сақталды» сөзінің қасындағы нүкте күйін көрсетеді. Біреу бұрын сақтап қойса, екі мәтінді де көріп, таңдайсыз.',
    handInTitle: 'Тапсырыңыз да, келесі бетке',
    handInText:
      '«Сақтап, тексеруге тапсыру» бетті тексерушіге береді. Қайтып келсе, ескертпелер жолдардың қасында тұрады. Alt+N келесі бетті әкеледі. Бар болғаны осы, көмегіңізге рақмет!',
  },
});
