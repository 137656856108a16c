import { createMessages } from '../../i18n/messages.ts';

export const notFoundMessages = createMessages({
  en: {
    title: 'There is nothing here',
    text: 'The address is wrong, or what was here has moved. Search for it, or begin at the first page.',
    home: 'First page',
  },
  ru: {
    title: 'Здесь ничего нет',
    text: 'Адрес неверен, или запись перенесена. Воспользуйтесь поиском или начните с главной страницы.',
    home: 'Главная',
  },
  kk: {
    title: 'Мұнда ештеңе жоқ',
    text: 'Мекенжай қате немесе жазба көшірілген. Іздеп көріңіз немесе басты беттен бастаңыз.',
    home: 'Басты бет',
  },
});
