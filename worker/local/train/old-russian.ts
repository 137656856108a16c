/**
 * Modern Russian written as before 1918, word by word and by rule. It need not be right in every word: it makes
 * text to train the reading of ѣ і ѳ ѵ ъ with, and the network learns letters, not words. What is read is never
 * changed by this.
 */
import type { Chance } from './random.ts';

/** Roots with ѣ, from the lists that school grammars give. */
const YAT =
  'бѣг бѣд бѣж бѣл бѣс вѣд вѣк вѣн вѣр вѣс вѣт вѣч вѣщ гнѣв гнѣзд грѣх грѣш дѣв дѣд дѣл дѣт дѣй дѣя звѣзд звѣр змѣ ' +
  'бесѣд рѣч рѣк рѣш рѣз рѣдк лѣс лѣт лѣн лѣв лѣк лѣч мѣд мѣл мѣн мѣр мѣс мѣт мѣш мѣх нѣм нѣт нѣж обѣд обѣт отвѣ ' +
  'плѣн пѣв пѣн пѣс пѣш пѣхот полѣн свѣд свѣж свѣт слѣд слѣп смѣл смѣн смѣх смѣш снѣг совѣ сосѣд стрѣл стѣн сѣв ' +
  'сѣд сѣн сѣр сѣт сѣя тѣл тѣн тѣс успѣ хлѣб хлѣв цвѣт цѣл цѣн цѣп человѣ апрѣл индѣй копѣй крѣп надѣ невѣст недѣл ' +
  'орѣх болѣзн желѣз колѣн побѣ вездѣ гдѣ здѣс развѣ нынѣ имѣ умѣ владѣ видѣ смотрѣ сидѣ ѣзд ѣха ѣст стрѣ мнѣн ' +
  'сомнѣ намѣр';
const ROOTS = YAT.split(' ').sort((a, b) => b.length - a.length);
const ROOT = new RegExp(ROOTS.map((root) => root.replaceAll('ѣ', 'е')).join('|'), 'g');
const BY_ROOT = new Map(ROOTS.map((root) => [root.replaceAll('ѣ', 'е'), root]));

const FITA: Record<string, string> = {
  федор: 'ѳедор',
  фом: 'ѳом',
  орфограф: 'орѳограф',
  арифм: 'ариѳм',
  миф: 'миѳ',
  кафедр: 'каѳедр',
  марфа: 'марѳа',
  тимофе: 'тимоѳе',
  агафь: 'агаѳь',
  афан: 'аѳан',
  афин: 'аѳин',
  эфир: 'эѳир',
  логариф: 'логариѳ',
  матфе: 'матѳе',
};
const IZHITSA: Record<string, string> = { миро: 'мѵро', синод: 'сѵнод', ипостас: 'ѵпостас' };
const ALWAYS_YAT =
  /^(?:мне|тебе|себе|все|всех|всем|всеми|те|тех|тем|теми|где|здесь|вне|две|двести|ныне|не[ктч].*|обе|обеих|нет)$/;

/** A Russian word as printed before 1918; what is not Cyrillic comes back as it is. */
export function oldRussian(word: string, by: Chance): string {
  if (!/^[а-яё]+$/i.test(word)) return word;
  const old = spell(word.toLowerCase().replaceAll('ё', 'е'), by);
  if (word.length > 1 && word === word.toUpperCase()) return old.toUpperCase();
  return word[0] === word[0]?.toUpperCase() ? old.charAt(0).toUpperCase() + old.slice(1) : old;
}

function spell(modern: string, by: Chance): string {
  let word = modern;
  for (const [now, then] of Object.entries(FITA)) word = word.replace(now, then);
  if (by.happens(0.6)) for (const [now, then] of Object.entries(IZHITSA)) word = word.replace(now, then);
  word = word.replace(ROOT, (root) => BY_ROOT.get(root) ?? root);
  if (ALWAYS_YAT.test(word)) word = word.replace('е', 'ѣ');
  word = ending(word, by).replace(/и(?=[аеѣиоуыэюяй])/g, 'і');
  if (word === 'мир' && by.happens(0.5)) word = 'мір';
  if (word === 'ее' && by.happens(0.5)) word = 'ея';
  return /[бвгджзклмнпрстфхцчшщѳ]$/.test(word) ? `${word}ъ` : word;
}

/** Endings of declension: -ѣ of the dative and locative, -аго and -яго, -ыя and -ія. */
function ending(old: string, by: Chance): string {
  let word = old;
  if (word.length > 3 && /[бвгдзклмнпрстфх]е$/.test(word) && !/(?:ое|ее|те|ние|ще|же|ше)$/.test(word))
    word = `${word.slice(0, -1)}ѣ`;
  if (word.length > 4 && /е(?:ть|л|ла|ли|ло)$/.test(word) && by.happens(0.25))
    word = word.replace(/е(?=(?:ть|л|ла|ли|ло)$)/, 'ѣ');
  if (word.length > 4 && /[^ж-щк]ого$/.test(word) && by.happens(0.85)) word = `${word.slice(0, -3)}аго`;
  if (word.length > 5 && word.endsWith('его') && by.happens(0.8))
    word = word.replace(/(?<=н)его$/, 'яго').replace(/(?<=[щшжч])его$/, 'аго');
  return word.length > 5 && /[ыи]е$/.test(word) && by.happens(0.4) ? `${word.slice(0, -1)}я` : word;
}
