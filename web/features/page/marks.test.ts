import { describe, expect, test } from 'vitest';
import type { Tag } from '../../../worker/shapes/tags.ts';
import { cutAt, tagStretches } from './marks.ts';

const tag = (start: number, end: number, quote: string, state: Tag['state'] = 'proposed') =>
  ({ target: { type: 'span', line: 'l', start, end, quote }, state, origin: 'person' }) as Tag;

describe('marks in a line', () => {
  test('cut the text without losing a letter, also where they overlap', () => {
    const segments = cutAt('Алаш Орда', [
      { start: 0, end: 4, as: 'found' },
      { start: 0, end: 9, as: 'proposed' },
    ]);
    expect(segments).toEqual([
      { text: 'Алаш', as: ['found', 'proposed'] },
      { text: ' Орда', as: ['proposed'] },
    ]);
  });

  test('of a tag follow its words when text is typed before them, and leave when they are gone', () => {
    expect(tagStretches('въ Алашъ', [tag(0, 5, 'Алашъ')])).toEqual([{ start: 3, end: 8, as: 'proposed' }]);
    expect(tagStretches('Алаш', [tag(0, 5, 'Алашъ')])).toEqual([]);
    expect(tagStretches('а Алашъ и Алашъ', [tag(0, 5, 'Алашъ')])).toEqual([]);
    expect(tagStretches('Алашъ', [tag(0, 5, 'Алашъ', 'rejected')])).toEqual([]);
  });

  test('tell what the gazetteer suggests from what people say, until somebody approves it', () => {
    const suggested = { ...tag(0, 5, 'Алашъ'), origin: 'gazetteer' } as Tag;
    expect(tagStretches('Алашъ', [suggested])[0]?.as).toBe('suggested');
    expect(tagStretches('Алашъ', [{ ...suggested, state: 'approved' }])[0]?.as).toBe('approved');
  });
});
