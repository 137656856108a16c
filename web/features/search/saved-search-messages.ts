import { createMessages } from '../../i18n/messages.ts';

export const savedSearchMessages = createMessages({
  en: {
    title: 'My searches',
    save: 'Save this search',
    name: 'Name',
    nameHint: 'The words, the filters and the order are kept; the results are found anew each time.',
    saved: 'The search is saved.',
    none: 'You have not saved a search yet.',
    forget: 'Forget “{name}”',
    forgotten: 'The search is forgotten.',
  },
  ru: {
    title: 'Мои поиски',
    save: 'Сохранить этот поиск',
    name: 'Название',
    nameHint: 'Сохраняются слова, фильтры и порядок; результаты каждый раз ищутся заново.',
    saved: 'Поиск сохранён.',
    none: 'Вы ещё не сохранили ни одного поиска.',
    forget: 'Удалить «{name}»',
    forgotten: 'Поиск удалён.',
  },
  kk: {
    title: 'Менің іздеулерім',
    save: 'Осы іздеуді сақтау',
    name: 'Атауы',
    nameHint: 'Сөздер, сүзгілер мен реті сақталады; нәтиже әр жолы қайта ізделеді.',
    saved: 'Іздеу сақталды.',
    none: 'Әзірге бірде-бір іздеу сақтамапсыз.',
    forget: '«{name}» дегенді өшіру',
    forgotten: 'Іздеу өшірілді.',
  },
});
