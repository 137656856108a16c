import { expect, it } from 'vitest';
import type { RuleRecord } from '../../../../worker/shapes/tags.ts';
import { rate } from './rating.ts';

const record = (approved: number, rejected: number): RuleRecord => ({
  rule: 'given-name-alone',
  description: { en: 'A given name alone' },
  proposed: 0,
  approved,
  rejected,
  detached: 0,
  approvalRate: approved + rejected === 0 ? null : approved / (approved + rejected),
});

it('a rule is called wrong only after enough decisions, and when most went against it', () => {
  expect(rate(record(0, 0))).toBe('none');
  expect(rate(record(0, 19))).toBe('few');
  expect(rate(record(9, 11))).toBe('bad');
  expect(rate(record(10, 10))).toBe('good');
});
