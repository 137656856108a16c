import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateBounds } from './bounds.ts';
import type { CalendarName } from './calendars.ts';
import { EdtfError, parseEdtf } from './edtf.ts';

describe('what a date says', () => {
  test.each([
    ['1917', { year: '1917' }],
    ['1917-07', { year: '1917', month: '07' }],
    ['1917-07-05', { year: '1917', month: '07', day: '05' }],
    ['1919-21', { year: '1919', season: 21 }],
    ['191X', { year: '191X' }],
    ['1917-XX', { year: '1917', month: 'XX' }],
    ['1917-07-2X', { year: '1917', month: '07', day: '2X' }],
    ['1917?', { year: '1917', uncertain: true }],
    ['1917-07~', { year: '1917', month: '07', approximate: true }],
    ['1917-07-05%', { day: '05', uncertain: true, approximate: true }],
  ])('%s', (text, expected) => {
    const plain = { kind: 'date', uncertain: false, approximate: false };
    expect(parseEdtf(text, 'julian')).toMatchObject({ ...plain, ...expected });
  });

  test.each([
    ['1917-12/1918-04', 'date', 'date'],
    ['1918/..', 'date', 'open'],
    ['../1917', 'open', 'date'],
    ['1918/', 'date', 'unknown'],
    ['/1917-07~', 'unknown', 'date'],
  ])('%s', (text, from, to) => {
    expect(parseEdtf(text, 'julian')).toMatchObject({
      kind: 'interval',
      from: { kind: from },
      to: { kind: to },
    });
  });
});

describe('what is refused, with the place and a sentence', () => {
  test.each<[string, CalendarName, number, RegExp]>([
    ['', 'julian', 0, /Write a date/],
    ['17', 'julian', 0, /four digits/],
    ['1917-7-5', 'julian', 5, /two digits/],
    ['1917-07-5', 'julian', 5, /two digits/],
    ['1917-13', 'julian', 5, /no month 13/],
    ['1917-25', 'julian', 5, /no month 25/],
    ['1917-00', 'julian', 5, /no month 00/],
    ['1917-04-31', 'julian', 8, /^31 April 1917 does not exist in the Julian calendar\.$/],
    ['1900-02-29', 'gregorian', 8, /^29 February 1900 does not exist in the Gregorian calendar\.$/],
    ['1917-02-29', 'julian', 8, /^29 February 1917 does not exist in the Julian calendar\.$/],
    ['1917-02-3X', 'gregorian', 8, /no day 3X in February 1917 of the Gregorian calendar/],
    ['1331-02-30', 'hijri', 8, /^30 Safar 1331 does not exist in the reckoned Hijri calendar\. .*printed\.$/],
    ['191X-XX-32', 'julian', 8, /no day 32 in 191X-XX/],
    ['1331-21', 'hijri', 5, /Seasons/],
    ['1919-21-05', 'gregorian', 8, /no days/],
    ['XXXX', 'julian', 0, /first digit/],
    ['191x', 'julian', 3, /capital X/],
    ['0000', 'julian', 0, /no year 0/],
    ['-0044', 'julian', 0, /1 to 9999/],
    ['9999', 'hijri', 0, /outside/],
    ['1917-07-05T10:00', 'julian', 10, /time/],
    ['1917-07-05 ', 'julian', 10, /not a date/],
    ['1917?-07', 'julian', 4, /not a date/],
    ['5 July 1917', 'julian', 0, /not a date/],
    ['1920/1917', 'julian', 5, /backwards/],
    [
      '1917-07-21/1917-07-05',
      'julian',
      11,
      /backwards: its end, 1917-07-05, lies before its beginning, 1917-07-21/,
    ],
    ['1917/1918/1919', 'julian', 9, /one "\/"/],
    ['../..', 'julian', 0, /one end/],
    ['/', 'julian', 0, /one end/],
    ['1917/1918-13', 'julian', 10, /no month/],
  ])('%j (%s)', (text, calendar, offset, message) => {
    expect(() => parseEdtf(text, calendar)).toThrow(message);
    expect(() => parseEdtf(text, calendar)).toThrow(expect.objectContaining({ name: 'EdtfError', offset }));
  });

  test('29 February 1900 is a day in the Julian calendar', () => {
    expect(parseEdtf('1900-02-29', 'julian')).toMatchObject({ day: '29' });
  });

  test('any other text gives an EdtfError and nothing else', () => {
    const texts = fc.oneof(fc.string({ maxLength: 24 }), fc.stringMatching(/^[0-9X\-/.?~%uT]{0,24}$/));
    fc.assert(
      fc.property(texts, fc.constantFrom<CalendarName>('julian', 'gregorian', 'hijri'), (text, calendar) => {
        try {
          const { earliest, latest } = dateBounds({ calendar, edtf: text });
          if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(EdtfError);
          expect((error as EdtfError).offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
