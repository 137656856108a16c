import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import fixture from '../../../fixtures/authority/schemes.json';
import { dateBounds } from './bounds.ts';
import type { CalendarName } from './calendars.ts';
import { type PlaceableStage, finestOf, placeIn, topOf } from './placement.ts';
import { type Span, isWithin, overlaps } from './stages.ts';

interface FixtureStage {
  key: string;
  parent?: string;
  calendar: string;
  from: string | null;
  to: string | null;
  toCalendar?: string;
}

/** The stages of a scheme of the study; their keys are their ids here. */
function stagesOf(slug: string): PlaceableStage[] {
  const scheme = fixture.find((candidate) => candidate.slug === slug);
  if (!scheme) throw new Error(`there is no scheme ${slug}`);
  return (scheme.stages as FixtureStage[]).map(({ key, parent, calendar, from, to, toCalendar }) => ({
    id: key,
    parentId: parent ?? null,
    earliest: from === null ? null : days(calendar, from).earliest,
    latest: to === null ? null : days(toCalendar ?? calendar, to).latest,
  }));
}

const days = (calendar: string, edtf: string) => dateBounds({ calendar: calendar as CalendarName, edtf });

/** The verdict, and each stage with its fit. */
function place(slug: string, calendar: CalendarName, edtf: string): string {
  const { verdict, stages, gap, undated } = placeIn(stagesOf(slug), days(calendar, edtf));
  const fits = stages.map(({ stage, fit }) => `${stage.id} ${fit}`).join(', ');
  return [verdict, gap, undated, fits].filter(Boolean).join(': ');
}

const AUTHORS = 'saktaganova-et-al';

test.each<[string, string, CalendarName, string, string]>([
  [
    'a month that two stages share',
    AUTHORS,
    'julian',
    '1917-07',
    'boundary: 1 boundary, 1.2 boundary, 2 boundary',
  ],
  ['a day of it', AUTHORS, 'julian', '1917-07-05', 'boundary: 1 boundary, 1.2 boundary, 2 boundary'],
  [
    'a year that two substages share',
    AUTHORS,
    'julian',
    '1913-02',
    'boundary: 1 inside, 1.1 boundary, 1.2 boundary',
  ],
  ['a stage and its substage', AUTHORS, 'julian', '1916', 'inside: 1 inside, 1.2 inside'],
  ['a stage across the change of calendar', AUTHORS, 'gregorian', '1918-02-14', 'inside: 3 inside'],
  ['the last day of the old style', AUTHORS, 'julian', '1918-01-31', 'inside: 3 inside'],
  [
    'a year wider than its stages',
    AUTHORS,
    'julian',
    '1917',
    'uncertain: 1 uncertain, 1.2 uncertain, 2 uncertain, 3 uncertain',
  ],
  [
    'a spring in one substage',
    AUTHORS,
    'gregorian',
    '1919-21',
    'uncertain: 4 inside, 4.1 uncertain, 4.2 boundary',
  ],
  ['after the end', AUTHORS, 'gregorian', '1920-04', 'gap: after'],
  ['before the beginning', AUTHORS, 'julian', '1904-12-31', 'gap: before'],
  ['between two stages', 'nurpeisov', 'julian', '1910', 'gap: between'],
  ['partly between', 'nurpeisov', 'julian', '1907/1908', 'uncertain: 1 uncertain'],
  ['an open beginning', 'ryskulov', 'julian', '1890', 'inside: 1 inside'],
  ['an open end', 'ryskulov', 'gregorian', '1930', 'inside: 2 inside, 2.1 inside'],
  ['one that no end is known of', 'ryskulov', 'julian', '1919/..', 'inside: 2 inside, 2.1 inside'],
  [
    'the year that two open stages share',
    'bochagov',
    'julian',
    '1917-05',
    'boundary: 1 boundary, 2 boundary',
  ],
  ['a typology', 'national-parties-typology', 'julian', '1917', 'undated: scheme'],
])('%s: %s, %s %s', (_, slug, calendar, edtf, expected) => {
  expect(place(slug, calendar, edtf)).toBe(expected);
});

test('a date that nothing is known of is undated, not in a gap', () => {
  expect(placeIn(stagesOf('nurpeisov'), { earliest: null, latest: null })).toEqual({
    verdict: 'undated',
    stages: [],
    undated: 'date',
  });
});

test.each<[string, string, CalendarName, string, string[], string[]]>([
  ['a shared month', AUTHORS, 'julian', '1917-07', ['1.2', '2'], ['1', '2']],
  ['a year within a substage', AUTHORS, 'julian', '1916', ['1.2'], ['1']],
  ['two substages that follow each other', AUTHORS, 'julian', '1912/1914', ['1.1', '1.2'], ['1']],
  ['an open date in an open substage', 'ryskulov', 'julian', '1918/..', ['2.1'], ['2']],
  ['a date partly in a substage', 'ryskulov', 'julian', '1918-03/1918-05', ['2.1'], ['2']],
  [
    'a date partly before the only substage',
    'ryskulov',
    'julian',
    '1917-11/1918-05',
    ['1', '2', '2.1'],
    ['1', '2'],
  ],
])(
  'the finest stages of %s leave out those that their substages fill',
  (_, slug, calendar, edtf, finest, top) => {
    const date = days(calendar, edtf);
    const placement = placeIn(stagesOf(slug), date);
    expect(finestOf(placement, date).map(({ id }) => id)).toEqual(finest);
    expect(topOf(placement).map(({ id }) => id)).toEqual(top);
  },
);

describe('whatever the scheme and the date', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((value) => `1917-${String(value).padStart(2, '0')}`);
  const span = fc.tuple(fc.option(day), fc.option(day)).map(([a, b]): Span => {
    if (a !== null && b !== null && a > b) return { earliest: b, latest: a };
    return { earliest: a, latest: b };
  });
  const schemes = fc.array(span, { maxLength: 6 }).map((spans) =>
    spans.map((bounds, index) => ({
      ...bounds,
      id: String(index),
      parentId: index > 2 ? String(index % 3) : null,
    })),
  );

  test('the stages named are those that share a day with it, and the verdict says no less than they', () => {
    fc.assert(
      fc.property(schemes, span, (stages, date) => {
        const { verdict, stages: placed, gap, undated } = placeIn(stages, date);
        const met = stages.filter((stage) => overlaps(date, stage));
        expect(placed.map(({ stage }) => stage)).toEqual(met);
        expect(met.length === 0).toBe(verdict === 'gap' || verdict === 'undated');
        expect([gap !== undefined, undated !== undefined]).toEqual([
          verdict === 'gap',
          verdict === 'undated',
        ]);
        if (met.length === 0) return;
        const whole = met.every((stage) => isWithin(date, stage));
        expect(verdict === 'uncertain').toBe(!whole);
        if (verdict === 'inside') {
          const levels = placed.map(({ level }) => level);
          expect(new Set(levels).size).toBe(levels.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
