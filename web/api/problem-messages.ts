/** Every problem the service can answer with, in the words of the UI's language. */
import { type Language, language } from '../i18n/language.ts';
import { createMessages, translator } from '../i18n/messages.ts';
import type { ApiProblem } from './problem.ts';

export const problemMessages = createMessages({
  en: {
    offline: 'No connection to the service. Check the network; nothing you wrote is lost.',
    'unreadable-answer': 'The service gave an answer that could not be read. Try again in a moment.',
    aborted: 'This was stopped.',
    'invalid-request': 'Some fields are not as they should be. Look at the marked ones.',
    'malformed-body': 'The service could not read what was sent.',
    'invalid-cursor': 'This part of the list is no longer there. Start the list again.',
    'invalid-query': 'The search could not be understood. Check the quotation marks and the filters.',
    'unsupported-media-type': 'The service does not take this kind of data.',
    'not-signed-in': 'Sign in to do this.',
    'not-allowed': 'Your role does not allow this.',
    'own-work': 'Nobody reviews their own work. Someone else has to look at this.',
    'foreign-origin': 'The request did not come from this site.',
    'not-found': 'There is nothing here. It may have moved, or the address is wrong.',
    'method-not-allowed': 'This cannot be done here.',
    'already-decided': 'Someone has already decided this.',
    'not-submitted': 'This version was not handed in for review.',
    superseded: 'A newer version exists. Load the page again to see it.',
    'text-changed':
      'The text has changed since you read it, so the tag no longer fits. Select the words again.',
    'already-exists': 'This exists already.',
    merged: 'This record has been merged into another. Change that one, or undo the merge first.',
    'idempotency-mismatch': 'This was already sent with other content. Load the page again.',
    'stale-save': 'Someone saved first. Both versions are kept; choose what goes on.',
    'precondition-failed': 'This has changed since you opened it. Load it again before you change it.',
    'precondition-required': 'Load it again before you change it.',
    'body-too-large': 'This is too large. A scan may have up to 64 MB; save it as JPEG or in smaller parts.',
    'empty-file': 'The file is empty. Choose it again, or copy it from its source once more.',
    'unsupported-type':
      'This kind of file cannot be read. Save the page as JPEG, PNG or TIFF and upload that.',
    'damaged-image':
      'The image is damaged or incomplete. Copy it from its source once more and upload it again.',
    'too-many-pixels': 'The image has too many pixels. Make it smaller: 300 dpi is enough for reading.',
    'too-large-for-format':
      'An image of this size can be read only as a plain (baseline) JPEG or PNG. Save it as one of these.',
    'too-many-requests': 'That was too much in a short time. Wait a minute, then try again.',
    'ocr-failed': 'The page could not be read by machine. It can be typed by hand.',
    'no-text-found': 'No text was found on the page. It can be typed by hand.',
    'undecodable-image':
      'The image could not be opened for reading. It can be typed by hand, or upload the page in another format.',
    'out-of-memory':
      'The page was too large to be read by machine. It can be typed by hand, or upload it at 300 dpi.',
    'model-missing': 'The reading model is not installed on this service. Choose another one.',
    'engine-failed': 'The reading engine stopped. Try once more, or type the page by hand.',
    unavailable: 'The service cannot answer just now. Try again in a moment.',
    internal: 'Something went wrong on the service’s side. Try again in a moment.',
    'invalid-email-or-password': 'The e-mail address or the password is wrong.',
    'invalid-email': 'This is not an e-mail address.',
    'user-already-exists': 'There is an account with this e-mail address already. Sign in instead.',
    'user-already-exists-use-another-email':
      'There is an account with this e-mail address already. Sign in instead.',
    'password-too-short': 'The password is too short: at least 10 characters.',
    'password-too-long': 'The password is too long: at most 128 characters.',
  },
  ru: {
    offline: 'Нет связи с сервисом. Проверьте сеть; ничего из написанного не пропало.',
    'unreadable-answer': 'Ответ сервиса не удалось прочитать. Попробуйте ещё раз чуть позже.',
    aborted: 'Действие остановлено.',
    'invalid-request': 'Некоторые поля заполнены неверно. Посмотрите на отмеченные.',
    'malformed-body': 'Сервис не смог прочитать отправленное.',
    'invalid-cursor': 'Этой части списка больше нет. Откройте список с начала.',
    'invalid-query': 'Не удалось понять запрос. Проверьте кавычки и фильтры.',
    'unsupported-media-type': 'Сервис не принимает данные такого вида.',
    'not-signed-in': 'Для этого нужно войти.',
    'not-allowed': 'Ваша роль этого не позволяет.',
    'own-work': 'Никто не проверяет собственную работу. Это должен посмотреть кто-то другой.',
    'foreign-origin': 'Запрос пришёл не с этого сайта.',
    'not-found': 'Здесь ничего нет. Возможно, запись перенесена или адрес неверен.',
    'method-not-allowed': 'Здесь этого сделать нельзя.',
    'already-decided': 'Решение уже принято кем-то другим.',
    'not-submitted': 'Эта версия не была сдана на проверку.',
    superseded: 'Есть более новая версия. Обновите страницу, чтобы её увидеть.',
    'text-changed':
      'Текст изменился с тех пор, как вы его читали, и метка больше не подходит. Выделите слова заново.',
    'already-exists': 'Такая запись уже есть.',
    merged: 'Эта запись объединена с другой. Правьте ту или сначала отмените объединение.',
    'idempotency-mismatch': 'Это уже было отправлено с другим содержанием. Обновите страницу.',
    'stale-save': 'Кто-то сохранил раньше вас. Обе версии целы; выберите, что оставить.',
    'precondition-failed':
      'Запись изменилась с тех пор, как вы её открыли. Откройте её заново и внесите правку.',
    'precondition-required': 'Откройте запись заново, прежде чем менять её.',
    'body-too-large':
      'Слишком большой объём. Скан может занимать до 64 МБ: сохраните его в JPEG или по частям.',
    'empty-file': 'Файл пуст. Выберите его снова или скопируйте из источника ещё раз.',
    'unsupported-type':
      'Файлы этого вида не читаются. Сохраните страницу как JPEG, PNG или TIFF и загрузите её.',
    'damaged-image':
      'Изображение повреждено или неполно. Скопируйте его из источника ещё раз и загрузите снова.',
    'too-many-pixels':
      'В изображении слишком много пикселей. Уменьшите его: для чтения достаточно 300 точек на дюйм.',
    'too-large-for-format':
      'Изображение такого размера читается только как обычный (baseline) JPEG или PNG. Сохраните его в одном из этих форматов.',
    'too-many-requests': 'Слишком много запросов за короткое время. Подождите минуту и попробуйте снова.',
    'ocr-failed': 'Прочитать страницу автоматически не удалось. Её можно набрать вручную.',
    'no-text-found': 'На странице не найдено текста. Её можно набрать вручную.',
    'undecodable-image':
      'Не удалось открыть изображение для чтения. Страницу можно набрать вручную или загрузить в другом формате.',
    'out-of-memory':
      'Страница слишком велика для автоматического чтения. Наберите её вручную или загрузите в 300 точек на дюйм.',
    'model-missing': 'Модель чтения на этом сервисе не установлена. Выберите другую.',
    'engine-failed': 'Программа чтения остановилась. Попробуйте ещё раз или наберите страницу вручную.',
    unavailable: 'Сервис сейчас не отвечает. Попробуйте ещё раз чуть позже.',
    internal: 'На стороне сервиса произошла ошибка. Попробуйте ещё раз чуть позже.',
    'invalid-email-or-password': 'Неверный адрес почты или пароль.',
    'invalid-email': 'Это не адрес электронной почты.',
    'user-already-exists': 'Учётная запись с таким адресом уже есть. Войдите в неё.',
    'user-already-exists-use-another-email': 'Учётная запись с таким адресом уже есть. Войдите в неё.',
    'password-too-short': 'Пароль слишком короткий: нужно не меньше 10 знаков.',
    'password-too-long': 'Пароль слишком длинный: не больше 128 знаков.',
  },
  kk: {
    offline: 'Сервиспен байланыс жоқ. Желіні тексеріңіз; жазғаныңыздың бәрі сақтаулы.',
    'unreadable-answer': 'Сервистің жауабын оқу мүмкін болмады. Сәлден соң қайталап көріңіз.',
    aborted: 'Әрекет тоқтатылды.',
    'invalid-request': 'Кейбір өрістер дұрыс толтырылмаған. Белгіленгендерін қараңыз.',
    'malformed-body': 'Сервис жіберілген деректі оқи алмады.',
    'invalid-cursor': 'Тізімнің бұл бөлігі енді жоқ. Тізімді басынан ашыңыз.',
    'invalid-query': 'Сұрау түсініксіз. Тырнақшалар мен сүзгілерді тексеріңіз.',
    'unsupported-media-type': 'Сервис деректің бұл түрін қабылдамайды.',
    'not-signed-in': 'Бұл үшін жүйеге кіру керек.',
    'not-allowed': 'Рөліңіз бұған рұқсат бермейді.',
    'own-work': 'Ешкім өз жұмысын өзі тексермейді. Мұны басқа адам қарауы керек.',
    'foreign-origin': 'Сұрау бұл сайттан келген жоқ.',
    'not-found': 'Мұнда ештеңе жоқ. Жазба көшірілген немесе мекенжай қате болуы мүмкін.',
    'method-not-allowed': 'Мұнда бұлай істеуге болмайды.',
    'already-decided': 'Бұл бойынша шешім қабылданып қойған.',
    'not-submitted': 'Бұл нұсқа тексеруге тапсырылмаған.',
    superseded: 'Жаңарақ нұсқа бар. Көру үшін бетті қайта жүктеңіз.',
    'text-changed': 'Сіз оқығаннан бері мәтін өзгерген, белгі енді сәйкес келмейді. Сөздерді қайта таңдаңыз.',
    'already-exists': 'Мұндай жазба бар.',
    merged:
      'Бұл жазба басқасымен біріктірілген. Сол жазбаны түзетіңіз немесе алдымен біріктіруден бас тартыңыз.',
    'idempotency-mismatch': 'Бұл бұрын басқа мазмұнмен жіберілген. Бетті қайта жүктеңіз.',
    'stale-save': 'Сізден бұрын басқа адам сақтап қойды. Екі нұсқа да тұр; қайсысы қалатынын таңдаңыз.',
    'precondition-failed': 'Сіз ашқаннан бері бұл жазба өзгерген. Өзгертпес бұрын қайта ашыңыз.',
    'precondition-required': 'Өзгертпес бұрын жазбаны қайта ашыңыз.',
    'body-too-large': 'Көлемі тым үлкен. Скан 64 МБ-тан аспауы керек: JPEG форматында немесе бөліп сақтаңыз.',
    'empty-file': 'Файл бос. Қайта таңдаңыз немесе түпнұсқадан тағы бір көшіріңіз.',
    'unsupported-type': 'Файлдың бұл түрі оқылмайды. Бетті JPEG, PNG немесе TIFF етіп сақтап, соны жүктеңіз.',
    'damaged-image': 'Сурет бүлінген немесе толық емес. Түпнұсқадан тағы бір көшіріп, қайта жүктеңіз.',
    'too-many-pixels': 'Суреттің пикселі тым көп. Кішірейтіңіз: оқуға дюймге 300 нүкте жетеді.',
    'too-large-for-format':
      'Мұндай үлкен сурет тек кәдімгі (baseline) JPEG не PNG болса ғана оқылады. Осылардың бірінде сақтаңыз.',
    'too-many-requests': 'Қысқа уақытта сұрау тым көп болды. Бір минут күтіп, қайталаңыз.',
    'ocr-failed': 'Бетті машинамен оқу мүмкін болмады. Қолмен теруге болады.',
    'no-text-found': 'Бетте мәтін табылмады. Қолмен теруге болады.',
    'undecodable-image':
      'Суретті оқу үшін ашу мүмкін болмады. Бетті қолмен теруге немесе басқа форматта жүктеуге болады.',
    'out-of-memory': 'Бет машинамен оқуға тым үлкен. Қолмен теріңіз немесе дюймге 300 нүктемен жүктеңіз.',
    'model-missing': 'Оқу моделі бұл сервиске орнатылмаған. Басқасын таңдаңыз.',
    'engine-failed': 'Оқу бағдарламасы тоқтап қалды. Қайталап көріңіз немесе бетті қолмен теріңіз.',
    unavailable: 'Сервис қазір жауап бере алмайды. Сәлден соң қайталап көріңіз.',
    internal: 'Сервис жағында қате болды. Сәлден соң қайталап көріңіз.',
    'invalid-email-or-password': 'Пошта мекенжайы немесе құпиясөз қате.',
    'invalid-email': 'Бұл электрондық пошта мекенжайы емес.',
    'user-already-exists': 'Бұл мекенжаймен тіркелгі бар. Соған кіріңіз.',
    'user-already-exists-use-another-email': 'Бұл мекенжаймен тіркелгі бар. Соған кіріңіз.',
    'password-too-short': 'Құпиясөз тым қысқа: кемінде 10 таңба керек.',
    'password-too-long': 'Құпиясөз тым ұзын: 128 таңбадан аспауы керек.',
  },
});

/** A problem in plain words of the language; the document's own title where we have no words for its type. */
export function describeProblem(problem: ApiProblem, into: Language = language.value): string {
  const catalogue = problemMessages.catalogues[into];
  if (!Object.hasOwn(catalogue, problem.type)) return problem.detail ?? problem.title;
  return translator(problemMessages, into)(problem.type as keyof typeof problemMessages.catalogues.en);
}
