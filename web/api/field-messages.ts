/** What is wrong with one field, in the words of the UI's language. The service says it in English only. */
import { type Language, language } from '../i18n/language.ts';
import { createMessages, translator } from '../i18n/messages.ts';
import type { FieldProblem } from './problem.ts';

export const fieldMessages = createMessages({
  en: {
    order: 'The end lies before the beginning.',
    outside: 'This lies outside the stage of which it is a part.',
    cycle: 'This leads in a circle.',
    unknown: 'There is no such record.',
    itself: 'This points at itself.',
    repeated: 'This is said twice in the same way.',
    'look-alike': 'There is a letter of another script here that only looks right. Type it anew.',
    'foreign-letter': 'There is a letter of another script in this word.',
    script: 'The letters do not belong to the script that the language says.',
    'no-letters': 'A name needs at least one letter.',
    too_small: 'This is too short or missing.',
    too_big: 'This is too long.',
    invalid_format: 'This is not written as it should be.',
    edtf: 'This date cannot be read.',
    duplicate: 'This is there twice.',
    'bidi-control': 'There are invisible signs here that change the direction of the text. Type it anew.',
    control: 'There are invisible control characters here. Type it anew.',
    other: 'This is not as it should be.',
  },
  ru: {
    order: 'Конец раньше начала.',
    outside: 'Это выходит за пределы этапа, частью которого является.',
    cycle: 'Получается замкнутый круг.',
    unknown: 'Такой записи нет.',
    itself: 'Это указывает само на себя.',
    repeated: 'Одно и то же указано дважды.',
    'look-alike': 'Здесь буква из другого письма, лишь похожая на нужную. Наберите её заново.',
    'foreign-letter': 'В этом слове есть буква из другого письма.',
    script: 'Буквы не из той письменности, которую называет язык.',
    'no-letters': 'В имени нужна хотя бы одна буква.',
    too_small: 'Слишком коротко или не заполнено.',
    too_big: 'Слишком длинно.',
    invalid_format: 'Записано не так, как нужно.',
    edtf: 'Эту дату не удалось понять.',
    duplicate: 'Это указано дважды.',
    'bidi-control': 'Здесь есть невидимые знаки, меняющие направление текста. Наберите заново.',
    control: 'Здесь есть невидимые управляющие знаки. Наберите заново.',
    other: 'Заполнено неверно.',
  },
  kk: {
    order: 'Соңы басынан бұрын тұр.',
    outside: 'Бұл өзі кіретін кезеңнің шегінен шығып кетеді.',
    cycle: 'Бұл тұйық шеңбер болып шығады.',
    unknown: 'Мұндай жазба жоқ.',
    itself: 'Бұл өзіне өзі сілтейді.',
    repeated: 'Бір нәрсе екі рет айтылған.',
    'look-alike': 'Мұнда керекті әріпке тек ұқсайтын басқа жазудың әрпі бар. Қайта теріңіз.',
    'foreign-letter': 'Бұл сөзде басқа жазудың әрпі бар.',
    script: 'Әріптер көрсетілген тілдің жазуына жатпайды.',
    'no-letters': 'Атауда кемінде бір әріп болуы керек.',
    too_small: 'Тым қысқа немесе толтырылмаған.',
    too_big: 'Тым ұзын.',
    invalid_format: 'Дұрыс жазылмаған.',
    edtf: 'Бұл күн түсініксіз.',
    duplicate: 'Бұл екі рет көрсетілген.',
    'bidi-control': 'Мұнда мәтіннің бағытын өзгертетін көрінбейтін таңбалар бар. Қайта теріңіз.',
    control: 'Мұнда көрінбейтін басқару таңбалары бар. Қайта теріңіз.',
    other: 'Дұрыс толтырылмаған.',
  },
});

/** Codes of checks that a form makes itself: their messages are in the UI's language already. */
const OWN_CODES = new Set(['missing', 'short']);

/** The service's own words in English, which say the most; ours by the kind of fault in the other languages. */
export function describeField(problem: FieldProblem, into: Language = language.value): string {
  if (into === 'en' || OWN_CODES.has(problem.code)) return problem.message;
  const known = fieldMessages.catalogues.en;
  const key = Object.hasOwn(known, problem.code) ? (problem.code as keyof typeof known) : 'other';
  return translator(fieldMessages, into)(key);
}
