import { createMessages } from '../../../i18n/messages.ts';

/** What each rule of the gazetteer looks for, by its name in worker/domain/names/rules.ts. */
export const descriptionMessages = createMessages({
  en: {
    'full-name': 'Given name and surname of a person as the authority file has them, in either order.',
    'initial-and-surname': 'A surname with initials that fit the person’s given name.',
    surname: 'A surname alone, in the form that the authority file has.',
    'surname-with-ending': 'A surname alone, with a case ending.',
    'one-word-name':
      'One word that the authority file gives as a person’s name, without the ending of a surname.',
    signature: 'A pen name that stands alone on its line, in brackets or in quotation marks.',
    'place-name': 'The name of a place.',
    'several-words': 'A name of several words, such as an organisation or a congress.',
    'one-word': 'An organisation or a movement that is called by one word.',
    abbreviation: 'An abbreviation in capitals.',
    'quoted-title': 'The title of a periodical, or a name that is also a common word, in quotation marks.',
    'title-beside-its-kind':
      'Such a title without quotation marks, beside a word like газета, журнал or партия.',
    'other-script':
      'A name that the authority file has in another script only, found by the search key that the scripts share.',
  },
  ru: {
    'full-name': 'Имя и фамилия человека, как в авторитетном файле, в любом порядке.',
    'initial-and-surname': 'Фамилия с инициалами, которые подходят к имени человека.',
    surname: 'Одна фамилия в том виде, в каком она есть в авторитетном файле.',
    'surname-with-ending': 'Одна фамилия с падежным окончанием.',
    'one-word-name':
      'Одно слово, которое в авторитетном файле стоит как имя человека, без окончания фамилии.',
    signature: 'Псевдоним, который стоит один в строке, в скобках или в кавычках.',
    'place-name': 'Название места.',
    'several-words': 'Название из нескольких слов, например организации или съезда.',
    'one-word': 'Организация или движение, которые называют одним словом.',
    abbreviation: 'Сокращение прописными буквами.',
    'quoted-title': 'Название издания или имя, которое значит и обычное слово, в кавычках.',
    'title-beside-its-kind':
      'Такое же название без кавычек рядом со словом вроде «газета», «журнал», «партия».',
    'other-script':
      'Имя, которое в авторитетном файле есть только в другой письменности; найдено по ключу, общему для письменностей.',
  },
  kk: {
    'full-name': 'Адамның аты мен тегі атаулар қорындағыдай, кез келген ретпен.',
    'initial-and-surname': 'Адамның атына сай инициалдары бар тегі.',
    surname: 'Атаулар қорындағы түрінде тұрған жалғыз тегі.',
    'surname-with-ending': 'Септік жалғауы бар жалғыз тегі.',
    'one-word-name': 'Атаулар қорында адам есімі ретінде берілген, тек жұрнағы жоқ бір сөз.',
    signature: 'Жолда жалғыз, жақшада немесе тырнақшада тұрған бүркеншік ат.',
    'place-name': 'Жер атауы.',
    'several-words': 'Бірнеше сөзден тұратын атау, мысалы, ұйым немесе съезд.',
    'one-word': 'Бір сөзбен аталатын ұйым немесе қозғалыс.',
    abbreviation: 'Бас әріптермен жазылған қысқарған атау.',
    'quoted-title': 'Тырнақшадағы басылым атауы немесе жай сөзбен бірдей атау.',
    'title-beside-its-kind':
      'Тырнақшасыз, «газет», «журнал», «партия» секілді сөздің жанында тұрған сондай атау.',
    'other-script':
      'Атаулар қорында тек басқа жазумен берілген атау; жазуларға ортақ іздеу кілтімен табылған.',
  },
});
