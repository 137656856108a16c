import { createMessages } from '../../../i18n/messages.ts';

/** What a reading tells about a page, and what to do next; the codes are those of the service. */
export const noticeMessages = createMessages({
  en: {
    blank: 'The page looks blank. If there is something on it, type it by hand.',
    'picture-only': 'There is a picture here, but no text was found. A caption can be typed by hand.',
    'nothing-read':
      'Something is printed here, but nothing could be read. Try another model, or type it by hand.',
    'turned-90':
      'The scan lies on its side and was turned by 90° for reading. Turn it under “Picture” to see it so.',
    'turned-180':
      'The scan stands upside down and was turned for reading. Turn it under “Picture” to see it so.',
    'turned-270':
      'The scan lies on its side and was turned by 270° for reading. Turn it under “Picture” to see it so.',
    deskewed: 'The lines were slanted by {value}° and were made level for reading.',
    'low-resolution':
      'The scan is too small to be read well ({value} dpi; 300 are wanted). It was read all the same: check every word, or upload a larger scan.',
    unreliable:
      'The reading cannot be relied on: this may be handwriting or a rare type. Check every word, or type it by hand.',
    'other-script':
      'The text is in another script than the issue says ({value}). Choose a model for that script, or correct the language of the issue.',
    'mixed-scripts':
      'There are several scripts on this page ({value}). Each block was read with a model of its own script.',
    'several-pictures':
      'The file holds several pictures; only the first was read. Upload the others as pages of their own.',
    incomplete: 'Only a part of the page was read. Have it read again, or type the rest by hand.',
  },
  ru: {
    blank: 'Страница выглядит пустой. Если на ней что-то есть, наберите вручную.',
    'picture-only': 'Здесь изображение, текста не найдено. Подпись можно набрать вручную.',
    'nothing-read':
      'Здесь что-то напечатано, но прочитать ничего не удалось. Попробуйте другую модель или наберите вручную.',
    'turned-90':
      'Скан лежит на боку, для чтения он повёрнут на 90°. Чтобы видеть его так же, поверните в разделе «Изображение».',
    'turned-180':
      'Скан стоит вверх ногами, для чтения он повёрнут. Чтобы видеть его так же, поверните в разделе «Изображение».',
    'turned-270':
      'Скан лежит на боку, для чтения он повёрнут на 270°. Чтобы видеть его так же, поверните в разделе «Изображение».',
    deskewed: 'Строки были наклонены на {value}° и для чтения выровнены.',
    'low-resolution':
      'Скан слишком мал для хорошего чтения ({value} dpi; нужно 300). Он всё же прочитан: проверьте каждое слово или загрузите скан крупнее.',
    unreliable:
      'На это чтение нельзя положиться: возможно, это рукопись или редкий шрифт. Проверьте каждое слово или наберите вручную.',
    'other-script':
      'Текст написан другим письмом, чем указано у номера ({value}). Выберите модель для этого письма или исправьте язык номера.',
    'mixed-scripts':
      'На странице несколько видов письма ({value}). Каждый блок прочитан моделью своего письма.',
    'several-pictures':
      'В файле несколько изображений; прочитано только первое. Загрузите остальные отдельными страницами.',
    incomplete: 'Прочитана только часть страницы. Прочитайте её ещё раз или наберите остальное вручную.',
  },
  kk: {
    blank: 'Бет бос сияқты. Бірдеңе жазылған болса, қолмен теріңіз.',
    'picture-only': 'Мұнда сурет бар, мәтін табылмады. Суреттің астындағы жазуды қолмен теруге болады.',
    'nothing-read':
      'Мұнда бірдеңе басылған, бірақ ештеңе оқылмады. Басқа модельмен көріңіз немесе қолмен теріңіз.',
    'turned-90': 'Скан қырынан жатыр, оқу үшін 90° бұрылды. Солай көру үшін оны «Кескін» бөлімінде бұрыңыз.',
    'turned-180': 'Скан төңкеріліп тұр, оқу үшін бұрылды. Солай көру үшін оны «Кескін» бөлімінде бұрыңыз.',
    'turned-270':
      'Скан қырынан жатыр, оқу үшін 270° бұрылды. Солай көру үшін оны «Кескін» бөлімінде бұрыңыз.',
    deskewed: 'Жолдар {value}° қисайған екен, оқу үшін түзетілді.',
    'low-resolution':
      'Скан жақсы оқу үшін тым кішкентай ({value} dpi; 300 керек). Сонда да оқылды: әр сөзді тексеріңіз немесе ірірек скан жүктеңіз.',
    unreliable:
      'Бұл оқуға сенуге болмайды: қолжазба не сирек қаріп болуы мүмкін. Әр сөзді тексеріңіз немесе қолмен теріңіз.',
    'other-script':
      'Мәтіннің жазуы нөмірде көрсетілгеннен басқа ({value}). Сол жазудың моделін таңдаңыз немесе нөмірдің тілін түзетіңіз.',
    'mixed-scripts': 'Бұл бетте бірнеше жазу бар ({value}). Әр бөлік өз жазуының моделімен оқылды.',
    'several-pictures':
      'Файлда бірнеше кескін бар; тек біріншісі оқылды. Қалғандарын жеке бет етіп жүктеңіз.',
    incomplete: 'Беттің бір бөлігі ғана оқылды. Қайта оқытыңыз немесе қалғанын қолмен теріңіз.',
  },
});
