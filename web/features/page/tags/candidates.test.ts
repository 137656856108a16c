import { describe, expect, test } from 'vitest';
import type { Scheme } from '../../../../worker/shapes/schemes.ts';
import { namesakes } from '../../entities/namesakes.ts';
import { fromEntity, stagesFor } from './candidates.ts';

const scheme = {
  attribution: 'Койгелдиев',
  stages: [
    { id: 's1', key: '1', label: { ru: 'Зарождение движения', kk: 'Қозғалыстың туу кезеңі' } },
    { id: 's2', key: '2', label: { ru: 'Алаш-Орда', kk: 'Алаш Орда' }, printed: 'декабрь 1917' },
  ],
} as unknown as Scheme;

const entity = (id: string, note: string) =>
  fromEntity({
    id,
    url: '',
    kind: 'periodical',
    label: { kk: 'Алаш' },
    note: { en: note },
    mentionCount: 0,
  });

describe('candidates for a tag', () => {
  test('stages are found by any of their names, in old spelling too, and say whose they are', () => {
    expect(stagesFor('алашъ', [scheme])).toMatchObject([
      { id: 's2', scheme: 'Койгелдиев, 2', body: { stage: 's2' } },
    ]);
    expect(stagesFor('койгелд', [scheme]).map((each) => each.id)).toEqual(['s1', 's2']);
    expect(stagesFor('бөкей', [scheme])).toEqual([]);
  });

  test('namesakes are known as such', () => {
    const all = [entity('1', 'newspaper, Tashkent 1916'), entity('2', 'party, 1917')];
    expect(namesakes(all, (each) => each.label['kk']!)).toEqual(new Set(['Алаш']));
  });
});
