import { expect, test } from 'vitest';
import { dateBounds } from './bounds.ts';
import type { CalendarName } from './calendars.ts';
import { type NestedStage, findNestingFaults } from './nesting.ts';

function stage(
  key: string,
  from: string | null,
  to: string | null,
  calendar: CalendarName = 'julian',
): NestedStage {
  return {
    id: key,
    key,
    parentId: key.includes('.') ? '1' : null,
    calendar,
    from,
    to,
    earliest: from === null ? null : dateBounds({ calendar, edtf: from }).earliest,
    latest: to === null ? null : dateBounds({ calendar, edtf: to }).latest,
  };
}

const faults = (...stages: NestedStage[]) => findNestingFaults(stages).map(({ message }) => message);

test.each<[string, NestedStage, NestedStage]>([
  ['whole', stage('1', '1905', '1917'), stage('1.1', '1905', '1917')],
  ['within an open stage', stage('1', null, null), stage('1.1', '1905', null)],
  ['undated', stage('1', '1905', '1917'), stage('1.1', null, null)],
  [
    'by the same words of another calendar',
    stage('1', '1905', '1917'),
    stage('1.1', '1905', '1917', 'gregorian'),
  ],
])('a substage may lie in its stage: %s', (_, parent, part) => {
  expect(faults(parent, part)).toEqual([]);
});

test('a substage that leaves its stage is told by both, as they are stated', () => {
  const parent = stage('1', '1905', '1917-07');
  expect(faults(parent, stage('1.1', '1904', '1913'))).toEqual([
    'Stage 1.1 begins 1904, but stage 1, of which it is a part, begins 1905.',
  ]);
  expect(faults(parent, stage('1.1', '1905', '1917-08'))).toEqual([
    'Stage 1.1 ends 1917-08, but stage 1, of which it is a part, ends 1917-07.',
  ]);
  expect(faults(parent, stage('1.1', null, '1917-09', 'gregorian'))).toEqual([
    'Stage 1.1 has no beginning, but stage 1, of which it is a part, begins 1905.',
    'Stage 1.1 ends 1917-09, but stage 1, of which it is a part, ends 1917-07.',
  ]);
});
