import { describe, expect, test } from 'vitest';
import { type DecidedTag, decideTag, undoDecision } from './tag-review.ts';

const tag: DecidedTag = {
  state: 'proposed',
  decision: null,
  authorId: 'author',
  placedBy: null,
  reviewerId: null,
  isInText: true,
};

describe('a decision', () => {
  test.each([
    ['approves a proposal', tag, 'approve', { state: 'approved' }],
    ['rejects a proposal', tag, 'reject', { state: 'rejected' }],
    ['takes what the gazetteer proposed', { ...tag, authorId: null }, 'approve', { state: 'approved' }],
    ['is not its author’s', { ...tag, authorId: 'reviewer' }, 'reject', { refused: 'own-work' }],
    ['is not that of who placed it', { ...tag, placedBy: 'reviewer' }, 'approve', { refused: 'own-work' }],
    [
      'is taken once',
      { ...tag, state: 'rejected', decision: 'reject' },
      'approve',
      { refused: 'already-decided' },
    ],
    ['does not approve what is gone', { ...tag, state: 'detached' }, 'approve', { refused: 'text-changed' }],
    [
      'rejects what was approved and is gone',
      { ...tag, state: 'detached', decision: 'approve' },
      'reject',
      { state: 'rejected' },
    ],
  ] as const)('%s', (_, given, decision, expected) => {
    expect(decideTag(given, 'reviewer', decision)).toEqual(expected);
  });
});

describe('a decision is taken back', () => {
  const approved = { ...tag, state: 'approved', decision: 'approve', reviewerId: 'reviewer' } as const;
  const rejected = { ...approved, state: 'rejected', decision: 'reject' } as const;
  const reviewer = { id: 'reviewer', role: 'reviewer' } as const;

  test.each([
    ['by who took it', approved, reviewer, { state: 'proposed' }],
    ['by an admin', rejected, { id: 'other', role: 'admin' }, { state: 'proposed' }],
    ['by no other reviewer', approved, { id: 'other', role: 'reviewer' }, { refused: 'not-allowed' }],
    ['only where there is one', tag, { id: 'other', role: 'admin' }, { refused: 'not-found' }],
    ['of a text that is gone', { ...rejected, isInText: false }, reviewer, { state: 'detached' }],
    ['of a detached tag', { ...approved, state: 'detached' }, reviewer, { state: 'detached' }],
  ] as const)('%s', (_, given, user, expected) => {
    expect(undoDecision(given, user)).toEqual(expected);
  });
});
