import type { CalendarName } from './calendars.ts';
import type { DateWords, Form } from './date-words.ts';

/** Nominative, and the genitive that follows a day or a preposition. */
const MONTHS: [string, string][] = [
  ['январь', 'января'],
  ['февраль', 'февраля'],
  ['март', 'марта'],
  ['апрель', 'апреля'],
  ['май', 'мая'],
  ['июнь', 'июня'],
  ['июль', 'июля'],
  ['август', 'августа'],
  ['сентябрь', 'сентября'],
  ['октябрь', 'октября'],
  ['ноябрь', 'ноября'],
  ['декабрь', 'декабря'],
];

const HIJRI_MONTHS: [string, string][] = [
  ['мухаррам', 'мухаррама'],
  ['сафар', 'сафара'],
  ['раби-уль-авваль', 'раби-уль-авваля'],
  ['раби-уль-ахир', 'раби-уль-ахира'],
  ['джумада-ль-уля', 'джумада-ль-уля'],
  ['джумада-ль-ахира', 'джумада-ль-ахира'],
  ['раджаб', 'раджаба'],
  ['шаабан', 'шаабана'],
  ['рамадан', 'рамадана'],
  ['шавваль', 'шавваля'],
  ['зуль-каада', 'зуль-каады'],
  ['зуль-хиджа', 'зуль-хиджи'],
];

const SEASONS: Record<number, [string, string]> = {
  21: ['весна', 'весны'],
  22: ['лето', 'лета'],
  23: ['осень', 'осени'],
  24: ['зима', 'зимы'],
};

function nameOf(month: number, calendar: CalendarName, genitive: boolean): string {
  const names = (calendar === 'hijri' ? HIJRI_MONTHS : MONTHS)[month - 1];
  return names?.[genitive ? 1 : 0] ?? String(month);
}

const isGenitive = (form: Form) => form !== 'plain';
const withEra = (years: string, calendar: CalendarName) => (calendar === 'hijri' ? `${years} х.` : years);

export const russian: DateWords = {
  year: (year, calendar) => withEra(`${year} г.`, calendar),
  decade: (firstYear, calendar, form) =>
    withEra(`${firstYear}-${isGenitive(form) ? 'х' : 'е'} гг.`, calendar),
  years: (first, last, calendar) => withEra(`${first}–${last} гг.`, calendar),
  monthName: (month, calendar) => nameOf(month, calendar, false),
  month: (month, year, calendar, form) =>
    `${nameOf(month, calendar, isGenitive(form))} ${withEra(`${year} г.`, calendar)}`,
  season: (season, year, form) => `${SEASONS[season]?.[isGenitive(form) ? 1 : 0]} ${year} г.`,
  monthOfDay: (month, calendar) => nameOf(month, calendar, true),
  day: (day, month, year, calendar) => `${day} ${month} ${withEra(`${year} г.`, calendar)}`,
  from: (date) => `с ${date}`,
  until: (date) => `до ${date}`,
  about: (date) => `примерно ${date}`,
  unknown: {
    day: 'число неизвестно',
    month: 'месяц неизвестен',
    both: 'число и месяц неизвестны',
    end: 'неизвестно',
  },
  partOf: { day: (digits) => `число ${digits}`, month: (digits) => `месяц ${digits}` },
  oldStyle: 'ст. ст.',
};
