import { describe, expect, test } from 'vitest';
import { layerOf, mayReview, pageStatusOf, reviewStateOf } from './review.ts';

describe('who may review', () => {
  const attempt = { authorId: 'aigul', reviewerId: 'marat', role: 'reviewer', state: 'waiting' } as const;

  test.each([
    ['a reviewer decides about somebody else’s work', {}, null],
    ['so does an admin', { role: 'admin' }, null],
    ['what a machine proposed is nobody’s own', { authorId: null }, null],
    ['a volunteer does not review', { role: 'volunteer' }, 'not-allowed'],
    ['nor does someone without a role', { role: null }, 'not-allowed'],
    ['nobody reviews their own work', { reviewerId: 'aigul' }, 'own-work'],
    ['not even an admin', { reviewerId: 'aigul', role: 'admin' }, 'own-work'],
    ['a draft is not reviewed', { state: 'unsubmitted' }, 'not-submitted'],
    ['a decision stands', { state: 'decided' }, 'already-decided'],
    ['an older revision is not accepted over a newer one', { state: 'superseded' }, 'superseded'],
    ['the person is looked at first', { role: 'volunteer', state: 'decided' }, 'not-allowed'],
  ] as const)('%s', (_, change, reason) => {
    const expected = reason === null ? { allowed: true } : { allowed: false, reason };
    expect(mayReview({ ...attempt, ...change })).toEqual(expected);
  });
});

test('the state of a revision follows from its times', () => {
  expect(reviewStateOf({ current: true })).toBe('unsubmitted');
  expect(reviewStateOf({ current: true, submittedAt: 0 })).toBe('waiting');
  expect(reviewStateOf({ current: false, submittedAt: 1 })).toBe('superseded');
  expect(reviewStateOf({ current: true, submittedAt: 1, returnedAt: 2 })).toBe('decided');
  expect(reviewStateOf({ current: false, submittedAt: 1, acceptedAt: 2 })).toBe('decided');
});

const by = (origin: 'ocr' | 'volunteer' | 'import' | 'restore', times = {}) => ({ origin, ...times });

describe('the status and the layer of a page', () => {
  test.each([
    ['queued', null, null],
    ['queued', null, 'queued'],
    ['reading', null, 'running'],
    ['failed', null, 'failed'],
    ['failed', null, 'done'],
    ['read', by('ocr'), 'done'],
    ['read', by('ocr'), 'running'],
    ['draft', by('volunteer'), 'queued'],
    ['draft', by('restore'), 'done'],
    ['draft', by('import'), null],
    ['submitted', by('volunteer', { submittedAt: 1 }), 'done'],
    ['draft', by('volunteer', { submittedAt: 1, returnedAt: 2 }), 'done'],
    ['accepted', by('volunteer', { submittedAt: 1, acceptedAt: 2 }), 'done'],
    ['submitted', by('ocr', { submittedAt: 1 }), 'done'],
  ] as const)('%s: %j, job %s', (status, current, job) => {
    expect(pageStatusOf({ current, job })).toBe(status);
  });

  test('a page stays reviewed while a newer draft waits, and an empty text is none', () => {
    const page = { hasAcceptedRevision: false, currentOrigin: 'volunteer', hasText: true } as const;
    expect(layerOf(page)).toBe('transcribed');
    expect(layerOf({ ...page, hasAcceptedRevision: true })).toBe('reviewed');
    expect(layerOf({ ...page, hasAcceptedRevision: true, hasText: false })).toBe('reviewed');
    expect(layerOf({ ...page, currentOrigin: 'ocr' })).toBe('ocr');
    expect(layerOf({ ...page, currentOrigin: null })).toBe('none');
    expect(layerOf({ ...page, hasText: false })).toBe('none');
  });
});
