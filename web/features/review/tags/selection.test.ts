import { describe, expect, it } from 'vitest';
import { createSelection } from './selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const selected = (selection: ReturnType<typeof createSelection>) => [...selection.tags.value].toSorted();

describe('a selection', () => {
  it('is made one by one', () => {
    const selection = createSelection();
    selection.toggle('b');
    selection.toggle('d');
    selection.toggle('b');
    expect(selected(selection)).toEqual(['d']);
  });

  it('reaches from the tag that was touched last, downwards and upwards', () => {
    const selection = createSelection();
    selection.toggle('c');
    selection.extendTo('e', ORDER);
    expect(selected(selection)).toEqual(['c', 'd', 'e']);
    selection.extendTo('b', ORDER);
    expect(selected(selection)).toEqual(['b', 'c', 'd', 'e']);
  });

  it('begins where nothing was touched before', () => {
    const selection = createSelection();
    selection.extendTo('b', ORDER);
    selection.extendTo('c', ORDER);
    expect(selected(selection)).toEqual(['b', 'c']);
  });

  it('loses what was decided', () => {
    const selection = createSelection();
    for (const tag of ORDER) selection.toggle(tag);
    selection.drop(['a', 'e']);
    expect(selected(selection)).toEqual(['b', 'c', 'd']);
    selection.clear();
    expect(selected(selection)).toEqual([]);
  });
});
