import { expect, test } from 'vitest';
import type { CalendarName } from './calendars.ts';
import { formatInOtherCalendar } from './other-calendar.ts';

test.each<[CalendarName, string, string, string, string]>([
  ['julian', '1917-07-05', '18 July 1917', '18 июля 1917 г.', '1917 ж. 18 шілде'],
  [
    'julian',
    '1917-07',
    '14 July 1917 – 13 August 1917',
    '14 июля 1917 г. – 13 августа 1917 г.',
    '1917 ж. 14 шілде – 1917 ж. 13 тамыз',
  ],
  [
    'gregorian',
    '1918-02-14',
    '1 February 1918 (O.S.)',
    '1 февраля 1918 г. (ст. ст.)',
    '1918 ж. 1 ақпан (ескіше)',
  ],
  ['hijri', '1331-03-01', '≈ 8 February 1913', '≈ 8 февраля 1913 г.', '≈ 1913 ж. 8 ақпан'],
  ['julian', '1917-12/..', 'from 14 December 1917', 'с 14 декабря 1917 г.', '1917 ж. 14 желтоқсаннан бастап'],
  [
    'gregorian',
    '../1920-03-09',
    'until 25 February 1920 (O.S.)',
    'до 25 февраля 1920 г. (ст. ст.)',
    '1920 ж. 25 ақпанға дейін (ескіше)',
  ],
])('%s %s in the other calendar', (calendar, edtf, en, ru, kk) => {
  expect(formatInOtherCalendar({ calendar, edtf }, 'en')).toBe(en);
  expect(formatInOtherCalendar({ calendar, edtf }, 'ru')).toBe(ru);
  expect(formatInOtherCalendar({ calendar, edtf }, 'kk')).toBe(kk);
});
