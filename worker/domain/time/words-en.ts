import type { CalendarName } from './calendars.ts';
import type { DateWords } from './date-words.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const HIJRI_MONTHS = [
  'Muharram',
  'Safar',
  'Rabi I',
  'Rabi II',
  'Jumada I',
  'Jumada II',
  'Rajab',
  'Shaban',
  'Ramadan',
  'Shawwal',
  'Dhu al-Qadah',
  'Dhu al-Hijjah',
];

const SEASONS = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

const nameOf = (month: number, calendar: CalendarName) =>
  (calendar === 'hijri' ? HIJRI_MONTHS : MONTHS)[month - 1] ?? String(month);

const withEra = (years: string, calendar: CalendarName) => (calendar === 'hijri' ? `${years} AH` : years);

export const english: DateWords = {
  year: (year, calendar) => withEra(year, calendar),
  decade: (firstYear, calendar) => withEra(`${firstYear}s`, calendar),
  years: (first, last, calendar) => withEra(`${first}–${last}`, calendar),
  monthName: nameOf,
  month: (month, year, calendar) => `${nameOf(month, calendar)} ${withEra(year, calendar)}`,
  season: (season, year) => `${SEASONS[season]} ${year}`,
  monthOfDay: nameOf,
  day: (day, month, year, calendar) => `${day} ${month} ${withEra(year, calendar)}`,
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  about: (date) => `about ${date}`,
  unknown: {
    day: 'day unknown',
    month: 'month unknown',
    both: 'day and month unknown',
    end: 'unknown',
  },
  partOf: { day: (digits) => `day ${digits}`, month: (digits) => `month ${digits}` },
  oldStyle: 'O.S.',
};
