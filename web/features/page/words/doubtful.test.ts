import { describe, expect, test } from 'vitest';
import type { Box } from '../../../../worker/shapes/common.ts';
import type { WorkLine } from '../lines.ts';
import { createLineStore } from '../store.ts';
import { createDoubtfulWords } from './doubtful.ts';

const word = (text: string, confidence: number) => ({ text, confidence, box: [0, 0, 10, 10] as Box });
const line = (id: string, text: string, confidence?: number): WorkLine => ({
  key: id,
  id,
  text,
  box: null,
  ...(confidence === undefined ? {} : { confidence }),
});

function open() {
  const store = createLineStore([
    line('1', 'дѣло иарода', 70),
    line('2', 'уже исправлено'),
    line('3', 'Алашъ орла', 60),
  ]);
  const words = new Map([
    ['1', [word('дѣло', 96), word('иарода', 40)]],
    ['2', [word('уже', 10), word('исправлено', 10)]],
    ['3', [word('Алашъ', 74), word('орла', 30)]],
  ]);
  return { store, doubts: createDoubtfulWords(store, words, () => -1) };
}

const taken = ({ store, doubts }: ReturnType<typeof open>, by: 1 | -1) => {
  const found = doubts.go(by);
  const { key = '', at = 0, end = 0 } = store.caret.peek() ?? {};
  return [found?.word.text, store.line(key).peek()?.text.slice(at, end)];
};

describe('doubtful words', () => {
  test('are those of lines that nobody has saved, one after the other and round again', () => {
    const page = open();
    expect(page.doubts.count.value).toBe(3);
    expect(taken(page, 1)).toEqual(['иарода', 'иарода']);
    // No field has the caret here, so that the line in hand counts from its start.
    page.store.select('3');
    expect(taken(page, -1)).toEqual(['иарода', 'иарода']);
    page.store.select(null);
    expect(taken(page, -1)).toEqual(['орла', 'орла']);
  });

  test('are doubtful no longer once they were changed; the others of the line stay', () => {
    const page = open();
    page.store.edit('3', 'Вотъ Алашъ Орда');
    expect(page.doubts.count.value).toBe(2);
    const changed = page.store.line('3').peek()!;
    expect(page.doubts.stretches(changed)).toEqual([{ start: 5, end: 10, as: 'doubtful' }]);
  });

  test('are also those that the reading itself doubts, however sure the model was', () => {
    const store = createLineStore([line('1', 'дѣло naroda', 95)]);
    const sure = { ...word('naroda', 95), doubts: ['mixed-scripts' as const] };
    const doubts = createDoubtfulWords(store, new Map([['1', [word('дѣло', 95), sure]]]), () => -1);
    expect(doubts.all().map((each) => each.word.text)).toEqual(['naroda']);
  });

  test('of lines without known words are not known', () => {
    const { doubts } = open();
    expect(doubts.stretches(line('9', 'а', 10))).toBeNull();
    expect(doubts.stretches(line('2', 'уже исправлено'))).toEqual([]);
  });
});
