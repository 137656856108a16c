import { describe, expect, test } from 'vitest';
import type { Transcription } from '../../../../worker/shapes/transcriptions.ts';
import { ownDecision } from './decided.ts';

const at = '2026-01-02T00:00:00.000Z';
const now = Date.parse(at) + 1000;
const text = (more: Partial<Transcription>) =>
  ({
    id: 'r2',
    parent: 'r1',
    origin: 'volunteer',
    author: { id: 'ann', name: 'Ann' },
    ...more,
  }) as Transcription;
const review = { decision: 'return' as const, reviewer: 'Bek', reviewerId: 'bek', at };

describe('a decision that can be taken back', () => {
  test('is one’s own about the current text, for a day', () => {
    expect(ownDecision(text({ review }), 'bek', now)).toEqual({ revision: 'r2', decision: 'return', at });
    expect(ownDecision(text({ review }), 'ann', now)).toBeNull();
    expect(ownDecision(text({ review }), undefined, now)).toBeNull();
    expect(ownDecision(text({ review }), 'bek', now + 86_400_000)).toBeNull();
    expect(ownDecision(text({}), 'bek', now)).toBeNull();
  });

  test('is about the text below the corrections, where there were any', () => {
    const corrected = text({ origin: 'review', author: { id: 'bek', name: 'Bek' }, acceptedAt: at });
    expect(ownDecision(corrected, 'bek', now)).toEqual({ revision: 'r1', decision: 'accept', at });
    expect(ownDecision(corrected, 'ann', now)).toBeNull();
  });
});
