import { expect, test } from 'vitest';
import { dateBounds } from './bounds.ts';
import type { CalendarName } from './calendars.ts';

test.each<[CalendarName, string, string | null, string | null]>([
  ['julian', '1917-07-05', '1917-07-18', '1917-07-18'],
  ['julian', '1917-07', '1917-07-14', '1917-08-13'],
  ['julian', '1917', '1917-01-14', '1918-01-13'],
  ['julian', '1918-01-31', '1918-02-13', '1918-02-13'],
  ['gregorian', '1918-02-14', '1918-02-14', '1918-02-14'],
  ['gregorian', '1917-02', '1917-02-01', '1917-02-28'],
  ['gregorian', '1919-21', '1919-03-01', '1919-05-31'],
  ['gregorian', '1919-22', '1919-06-01', '1919-08-31'],
  ['gregorian', '1919-23', '1919-09-01', '1919-11-30'],
  ['gregorian', '1919-24', '1919-01-01', '1920-02-29'],
  ['gregorian', '191X', '1910-01-01', '1919-12-31'],
  ['gregorian', '1917-XX-XX', '1917-01-01', '1917-12-31'],
  ['gregorian', '1917-1X', '1917-10-01', '1917-12-31'],
  ['gregorian', '1917-07-2X', '1917-07-20', '1917-07-29'],
  ['gregorian', '191X-02-29', '1912-02-29', '1916-02-29'],
  ['julian', '1917~', '1917-01-14', '1918-01-13'],
  ['julian', '1917-12/1918-01', '1917-12-14', '1918-02-13'],
  ['julian', '1905/..', '1905-01-14', null],
  ['julian', '/1917', null, '1918-01-13'],
  ['hijri', '1331', '1912-12-11', '1913-11-29'],
  ['hijri', '1331-03-01', '1913-02-08', '1913-02-08'],
])('%s %s lies from %s to %s', (calendar, edtf, earliest, latest) => {
  expect(dateBounds({ calendar, edtf })).toEqual({ earliest, latest });
});
