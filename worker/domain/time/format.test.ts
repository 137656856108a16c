import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarName, fromDayNumber } from './calendars.ts';
import { formatDate, monthName } from './format.ts';

type Row = [CalendarName, string, string, string, string];

const rows: Row[] = [
  // A Julian day in both styles: same month, another month, another year.
  ['julian', '1917-07-05', '5 (18) July 1917', '5 (18) июля 1917 г.', '1917 ж. 5 (18) шілде'],
  [
    'julian',
    '1918-01-31',
    '31 January (13 February) 1918',
    '31 января (13 февраля) 1918 г.',
    '1918 ж. 31 қаңтар (13 ақпан)',
  ],
  [
    'julian',
    '1917-12-25',
    '25 December 1917 (7 January 1918)',
    '25 декабря 1917 г. (7 января 1918 г.)',
    '1917 ж. 25 желтоқсан (1918 ж. 7 қаңтар)',
  ],
  ['gregorian', '1920-03-09', '9 March 1920', '9 марта 1920 г.', '1920 ж. 9 наурыз'],
  // A Hijri day is approximate.
  [
    'hijri',
    '1331-03-01',
    '1 Rabi I 1331 AH (≈ 8 February 1913)',
    '1 раби-уль-авваля 1331 г. х. (≈ 8 февраля 1913 г.)',
    'һижра 1331 ж. 1 рәбиғул-әууәл (≈ 1913 ж. 8 ақпан)',
  ],
  // Months, seasons, years, decades.
  ['julian', '1917-07', 'July 1917 (O.S.)', 'июль 1917 г. (ст. ст.)', '1917 ж. шілде (ескіше)'],
  ['gregorian', '1919-03', 'March 1919', 'март 1919 г.', '1919 ж. наурыз'],
  ['gregorian', '1919-21', 'spring 1919', 'весна 1919 г.', '1919 ж. көктемі'],
  ['julian', '1917', '1917', '1917 г.', '1917 ж.'],
  [
    'hijri',
    '1331',
    '1331 AH (≈ 1912–1913)',
    '1331 г. х. (≈ 1912–1913 гг.)',
    'һижра 1331 ж. (≈ 1912–1913 жж.)',
  ],
  [
    'hijri',
    '1331-03',
    'Rabi I 1331 AH (≈ 8 February 1913 – 9 March 1913)',
    'раби-уль-авваль 1331 г. х. (≈ 8 февраля 1913 г. – 9 марта 1913 г.)',
    'һижра 1331 ж. рәбиғул-әууәл (≈ 1913 ж. 8 ақпан – 1913 ж. 9 наурыз)',
  ],
  ['gregorian', '191X', '1910s', '1910-е гг.', '1910-жылдар'],
  ['gregorian', '19XX', '1900–1999', '1900–1999 гг.', '1900–1999 жж.'],
  // Doubt.
  ['julian', '1917~', 'about 1917', 'примерно 1917 г.', 'шамамен 1917 ж.'],
  ['julian', '1917?', '1917 (?)', '1917 г. (?)', '1917 ж. (?)'],
  [
    'gregorian',
    '1919-03%',
    'about March 1919 (?)',
    'примерно март 1919 г. (?)',
    'шамамен 1919 ж. наурыз (?)',
  ],
  // Unknown digits.
  ['gregorian', '1917-XX', '1917, month unknown', '1917 г., месяц неизвестен', '1917 ж., айы белгісіз'],
  [
    'gregorian',
    '1917-XX-XX',
    '1917, day and month unknown',
    '1917 г., число и месяц неизвестны',
    '1917 ж., күні мен айы белгісіз',
  ],
  [
    'gregorian',
    '1917-07-XX',
    'July 1917, day unknown',
    'июль 1917 г., число неизвестно',
    '1917 ж. шілде, күні белгісіз',
  ],
  ['julian', '1917-07-2X', '2? July 1917 (O.S.)', '2? июля 1917 г. (ст. ст.)', '1917 ж. 2? шілде (ескіше)'],
  [
    'gregorian',
    '1917-XX-05',
    '1917, month unknown, day 05',
    '1917 г., месяц неизвестен, число 05',
    '1917 ж., айы белгісіз, күні 05',
  ],
  ['gregorian', '191X-07', 'July 191?', 'июль 191? г.', '191? ж. шілде'],
  // Intervals.
  ['gregorian', '1917/1920', '1917–1920', '1917–1920 гг.', '1917–1920 жж.'],
  [
    'julian',
    '1917-12/1918-01-10',
    'December 1917 – 10 (23) January 1918 (O.S.)',
    'декабрь 1917 г. – 10 (23) января 1918 г. (ст. ст.)',
    '1917 ж. желтоқсан – 1918 ж. 10 (23) қаңтар (ескіше)',
  ],
  ['gregorian', '1918-04/..', 'from April 1918', 'с апреля 1918 г.', '1918 ж. сәуірден бастап'],
  ['gregorian', '1917/..', 'from 1917', 'с 1917 г.', '1917 жылдан бастап'],
  ['gregorian', '../1917', 'until 1917', 'до 1917 г.', '1917 жылға дейін'],
  ['gregorian', '../1919-09', 'until September 1919', 'до сентября 1919 г.', '1919 ж. қыркүйекке дейін'],
  ['gregorian', '1919-21/..', 'from spring 1919', 'с весны 1919 г.', '1919 ж. көктемінен бастап'],
  [
    'julian',
    '1917-07-05/..',
    'from 5 (18) July 1917',
    'с 5 (18) июля 1917 г.',
    '1917 ж. 5 (18) шілдеден бастап',
  ],
  ['gregorian', '1917/', '1917 – unknown', '1917 г. – неизвестно', '1917 ж. – белгісіз'],
  ['gregorian', '1917~/1920', 'about 1917 – 1920', 'примерно 1917 г. – 1920 г.', 'шамамен 1917 ж. – 1920 ж.'],
];

describe('a date in three languages', () => {
  test.each(rows)('%s %s', (calendar, edtf, en, ru, kk) => {
    expect(formatDate({ calendar, edtf }, 'en')).toBe(en);
    expect(formatDate({ calendar, edtf }, 'ru')).toBe(ru);
    expect(formatDate({ calendar, edtf }, 'kk')).toBe(kk);
  });
});

const inKazakh = (edtf: string) => formatDate({ calendar: 'gregorian', edtf }, 'kk').split(' ')[2];

test('the endings of the Kazakh months follow their sounds', () => {
  const months = Array.from({ length: 12 }, (_, index) => `1917-${String(index + 1).padStart(2, '0')}`);
  expect(months.map((month) => inKazakh(`${month}/..`))).toEqual(
    'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан'.split(
      ' ',
    ),
  );
  expect(months.map((month) => inKazakh(`../${month}`))).toEqual(
    'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға'.split(
      ' ',
    ),
  );
});

test('a Gregorian day reads as ICU writes it in English', () => {
  const icu = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  fc.assert(
    fc.property(fc.integer({ min: 2_400_000, max: 2_460_000 }), (dayNumber) => {
      const { year, month, day } = fromDayNumber('gregorian', dayNumber);
      const edtf = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
      expect(formatDate({ calendar: 'gregorian', edtf }, 'en')).toBe(
        icu.format((dayNumber - 2_440_588) * 86_400_000),
      );
    }),
  );
});

test('months by themselves', () => {
  expect([1, 7].map((month) => monthName(month, 'en'))).toEqual(['January', 'July']);
  expect([1, 7].map((month) => monthName(month, 'ru'))).toEqual(['январь', 'июль']);
  expect([1, 7].map((month) => monthName(month, 'kk'))).toEqual(['қаңтар', 'шілде']);
  expect(monthName(9, 'kk', 'hijri')).toBe('рамазан');
});

test('every date that can be read can be said, in every language', () => {
  const edtf = fc.stringMatching(/^191[0-9X](-(0[1-9]|1[0-2X]|XX|2[1-4])(-([0-2][0-9X]|XX))?)?[?~%]?$/);
  const ends = fc.oneof(edtf, fc.constant('..'), fc.constant(''));
  const dates = fc.oneof(
    edtf,
    fc.tuple(ends, ends).map((pair) => pair.join('/')),
  );
  const calendars = fc.constantFrom<CalendarName>('julian', 'gregorian', 'hijri');
  fc.assert(
    fc.property(
      dates,
      calendars,
      fc.constantFrom('kk' as const, 'ru' as const, 'en' as const),
      (edtf, calendar, language) => {
        let said;
        try {
          said = formatDate({ calendar, edtf }, language);
        } catch (error) {
          expect(error).toHaveProperty('name', 'EdtfError');
          return;
        }
        expect(said).toMatch(/\d/);
        expect(said).not.toMatch(/undefined|NaN|X| {2}|^ | $/);
      },
    ),
    { numRuns: 3_000 },
  );
});
