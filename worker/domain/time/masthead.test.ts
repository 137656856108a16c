import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoricalDate } from './bounds.ts';
import { type CalendarName, fromDayNumber } from './calendars.ts';
import { mastheadAgreement } from './masthead.ts';

const date = (calendar: CalendarName, edtf: string): HistoricalDate => ({ calendar, edtf });

test.each<[string, HistoricalDate[], object]>([
  ['one date', [date('julian', '1917-07-05')], { agreement: 'single' }],
  ['none', [], { agreement: 'single' }],
  [
    'both styles of one day',
    [date('julian', '1917-07-05'), date('gregorian', '1917-07-18')],
    { agreement: 'agree' },
  ],
  [
    'a month and a day in it',
    [date('julian', '1917-07'), date('gregorian', '1917-08-13')],
    { agreement: 'agree' },
  ],
  [
    'styles that miss each other',
    [date('julian', '1917-07-05'), date('gregorian', '1917-07-19')],
    { agreement: 'disagree', gapDays: 1 },
  ],
  [
    'the old style printed as the new',
    [date('julian', '1917-07-05'), date('gregorian', '1917-07-05')],
    { agreement: 'disagree', gapDays: 13 },
  ],
  [
    'a Hijri day on the reckoned one',
    [date('gregorian', '1913-02-08'), date('hijri', '1331-03-01')],
    { agreement: 'agree' },
  ],
  [
    'two days beside it',
    [date('gregorian', '1913-02-10'), date('hijri', '1331-03-01')],
    { agreement: 'agree', gapDays: 2 },
  ],
  [
    'three days beside it',
    [date('gregorian', '1913-02-11'), date('hijri', '1331-03-01')],
    { agreement: 'disagree', gapDays: 3 },
  ],
  [
    'a Hijri day that fits, and a new style that does not',
    [date('julian', '1913-01-26'), date('hijri', '1331-03-01'), date('gregorian', '1913-02-09')],
    { agreement: 'disagree', gapDays: 1 },
  ],
  ['an open one', [date('julian', '1917/..'), date('gregorian', '1919-01-01')], { agreement: 'agree' }],
])('%s', (_, dates, expected) => {
  expect(mastheadAgreement(dates)).toEqual(expected);
});

test('a day agrees with itself in every calendar, and misses another by the days between', () => {
  const calendars = fc.constantFrom<CalendarName>('julian', 'gregorian');
  const edtfOf = (calendar: CalendarName, dayNumber: number) => {
    const { year, month, day } = fromDayNumber(calendar, dayNumber);
    return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
      '-',
    );
  };
  fc.assert(
    fc.property(
      calendars,
      calendars,
      fc.integer({ min: 2_400_000, max: 2_430_000 }),
      fc.nat(400),
      (a, b, day, later) => {
        const dates = [date(a, edtfOf(a, day)), date(b, edtfOf(b, day + later))];
        const expected = later === 0 ? { agreement: 'agree' } : { agreement: 'disagree', gapDays: later };
        expect(mastheadAgreement(dates)).toEqual(expected);
        expect(mastheadAgreement(dates.toReversed())).toEqual(expected);
      },
    ),
  );
});
