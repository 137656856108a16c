import { describe, expect, test } from 'vitest';
import type { RevisionSummary } from '../../../../worker/shapes/transcriptions.ts';
import { firstChoice, versionsToCompare } from './versions.ts';

const revision = (number: number, more: Partial<RevisionSummary>) =>
  ({ id: `r${number}`, number, origin: 'volunteer', ...more }) as RevisionSummary;
const by = (id: string) => ({ author: { id, name: id } });

describe('versions to compare with', () => {
  test('are the accepted text, the reading, and what other people wrote, each once', () => {
    const history = [
      revision(6, by('ann')),
      revision(5, by('ann')),
      revision(4, by('bek')),
      revision(3, { ...by('bek'), acceptedAt: '2026' }),
      revision(2, by('ann')),
      revision(1, { origin: 'ocr' }),
    ];
    const found = versionsToCompare(history, { number: 6, author: { id: 'ann' } });
    expect(found.map((each) => [each.kind, each.revision.number])).toEqual([
      ['accepted', 3],
      ['ocr', 1],
      ['person', 4],
      ['parent', 5],
    ]);
    expect(firstChoice(found)).toEqual({ before: 'r3', third: 'r4' });
  });

  test('are none for the first version, and the reading alone for the second', () => {
    expect(
      firstChoice(versionsToCompare([revision(1, by('ann'))], { number: 1, author: { id: 'ann' } })),
    ).toEqual({
      before: null,
      third: null,
    });
    const two = [revision(2, by('ann')), revision(1, { origin: 'ocr' })];
    expect(firstChoice(versionsToCompare(two, { number: 2, author: { id: 'ann' } }))).toEqual({
      before: 'r1',
      third: null,
    });
  });
});
