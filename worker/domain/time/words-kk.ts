import type { CalendarName } from './calendars.ts';
import type { DateWords, Form } from './date-words.ts';

const MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
];

const HIJRI_MONTHS = [
  'мұхаррам',
  'сафар',
  'рәбиғул-әууәл',
  'рәбиғул-ахир',
  'жумадәл-ула',
  'жумадәл-ахир',
  'ражаб',
  'шағбан',
  'рамазан',
  'шәууәл',
  'зулқағда',
  'зулхижжа',
];

/** "Of the year 1919 its spring": the possessive, which has endings of its own. */
const SEASONS = { 21: 'көктемі', 22: 'жазы', 23: 'күзі', 24: 'қысы' };

/** The ending that -тан (from) or -ға (until) takes after this word: by its last sound and its last vowel. */
function inForm(word: string, form: Form): string {
  if (form === 'plain') return word;
  const vowel = isFront(word) ? 'е' : 'а';
  if (form === 'from') {
    if (/[мнң]$/.test(word)) return `${word}н${vowel}н`;
    return `${word}${endsHard(word) ? 'т' : 'д'}${vowel}н`;
  }
  const hard = isFront(word) ? 'к' : 'қ';
  const soft = isFront(word) ? 'г' : 'ғ';
  return `${word}${endsHard(word) ? hard : soft}${vowel}`;
}

const isFront = (word: string) => /[әеөүіэ][^аоұыуяюёәеөүіэ]*$/.test(word);
const endsHard = (word: string) => /[бвгдкқпстфхцчшщ]$/.test(word);

function seasonInForm(season: string, form: Form): string {
  if (form === 'plain') return season;
  const ending = isFront(season) ? 'не' : 'на';
  return form === 'from' ? `${season}${ending}н` : `${season}${ending}`;
}

const nameOf = (month: number, calendar: CalendarName) =>
  (calendar === 'hijri' ? HIJRI_MONTHS : MONTHS)[month - 1] ?? String(month);

const withEra = (years: string, calendar: CalendarName) => (calendar === 'hijri' ? `һижра ${years}` : years);

export const kazakh: DateWords = {
  year: (year, calendar, form) =>
    withEra(form === 'plain' ? `${year} ж.` : `${year} ${inForm('жыл', form)}`, calendar),
  decade: (firstYear, calendar, form) => withEra(`${firstYear}-${inForm('жылдар', form)}`, calendar),
  years: (first, last, calendar) => withEra(`${first}–${last} жж.`, calendar),
  monthName: nameOf,
  month: (month, year, calendar, form) =>
    `${withEra(year, calendar)} ж. ${inForm(nameOf(month, calendar), form)}`,
  season: (season, year, form) => `${year} ж. ${seasonInForm(SEASONS[season], form)}`,
  monthOfDay: (month, calendar, form) => inForm(nameOf(month, calendar), form),
  day: (day, month, year, calendar) => `${withEra(year, calendar)} ж. ${day} ${month}`,
  from: (date) => `${date} бастап`,
  until: (date) => `${date} дейін`,
  about: (date) => `шамамен ${date}`,
  unknown: {
    day: 'күні белгісіз',
    month: 'айы белгісіз',
    both: 'күні мен айы белгісіз',
    end: 'белгісіз',
  },
  partOf: { day: (digits) => `күні ${digits}`, month: (digits) => `айы ${digits}` },
  oldStyle: 'ескіше',
};
