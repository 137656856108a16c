import { describe, expect, test } from 'vitest';
import { fromSaved } from './lines.ts';
import { selectedIn, targetOf } from './selection.ts';
import { createLineStore } from './store.ts';

describe('words for a tag', () => {
  test('are the selected ones without the spaces around them', () => {
    expect(selectedIn('k', 'въ Алашъ Ордѣ', 2, 9)).toMatchObject({ start: 3, end: 8, quote: 'Алашъ' });
    expect(selectedIn('k', 'a   b', 1, 4)).toBeNull();
  });

  test('are the word under the caret where nothing is selected', () => {
    expect(selectedIn('k', 'въ Алашъ', 5, 5)).toMatchObject({ start: 3, end: 8, quote: 'Алашъ' });
    expect(selectedIn('k', ' ,  ', 2, 2)).toBeNull();
  });

  test('are placed on the saved text, also when it was normalised by the save', () => {
    const store = createLineStore(fromSaved([{ id: 'l', text: 'й Алаш', box: null }]));
    expect(targetOf({ key: 'l', start: 3, end: 7, quote: 'Алаш' }, store)).toEqual({
      type: 'span',
      line: 'l',
      start: 2,
      end: 6,
      quote: 'Алаш',
    });
    expect(targetOf({ key: 'l', start: 0, end: 4, quote: 'Орда' }, store)).toBeNull();
  });
});
