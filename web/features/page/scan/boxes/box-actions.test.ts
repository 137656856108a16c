import { describe, expect, test } from 'vitest';
import { createLineStore } from '../../store.ts';
import { type BoxNews, createBoxActions } from './box-actions.ts';
import { onBoxKey } from './box-keys.ts';

function bench() {
  const store = createLineStore([
    { key: 'a', id: 'a', text: 'Алаш Орда', box: [10, 10, 90, 10] },
    { key: 'b', id: 'b', text: 'без рамки', box: null },
  ]);
  store.select('a');
  const news: BoxNews[] = [];
  const actions = createBoxActions({
    store,
    scan: { width: 200, height: 100 },
    rightToLeft: false,
    middle: () => ({ x: 100, y: 50 }),
    say: (one) => news.push(one),
  });
  const went: string[] = [];
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    onBoxKey(
      { key, code: key.length === 1 ? `Key${key}` : key, ...NO_KEYS, ...more },
      { actions, step: 5, toText: () => went.push('text'), close: () => went.push('closed') },
    );
  const boxes = () => store.lines().map(({ box }) => box);
  return { store, actions, news, press, boxes, went };
}

const NO_KEYS = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('boxes by keyboard', () => {
  test('arrows move, Shift and arrows resize, and a run of presses is one step of undo', () => {
    const { store, press, boxes } = bench();
    press('ArrowRight');
    press('ArrowDown');
    press('ArrowRight', { shiftKey: true });
    press('ArrowLeft', { shiftKey: true, ctrlKey: true });
    expect(boxes()[0]).toEqual([10, 15, 100, 10]);
    expect(store.dirty.value).toBe(true);
    press('Z', { ctrlKey: true });
    expect(boxes()[0]).toEqual([10, 10, 90, 10]);
    press('Z', { ctrlKey: true, shiftKey: true });
    expect(boxes()[0]).toEqual([10, 15, 100, 10]);
  });

  test('a line without a box gets one below the line before, and loses it again', () => {
    const { press, boxes, news } = bench();
    press('PageDown');
    expect(news.at(-1)).toEqual({ what: 'no-box', line: 2 });
    press('Insert');
    expect(boxes()[1]).toEqual([10, 21, 90, 10]);
    press('Delete');
    expect(boxes()[1]).toBeNull();
  });

  test('a line is cut where the arrows put the cut, joined again, and moved in the order', () => {
    const { store, press } = bench();
    const texts = () => store.lines().map(({ text }) => text);
    press('S');
    press('ArrowLeft');
    press('Enter');
    expect(texts()).toEqual(['Алаш', 'Орда', 'без рамки']);
    press('J');
    expect(texts()).toEqual(['Алаш Орда', 'без рамки']);
    press('ArrowDown', { altKey: true });
    expect(texts()).toEqual(['без рамки', 'Алаш Орда']);
    press('Delete', { shiftKey: true });
    expect(texts()).toEqual(['без рамки']);
  });

  test('Escape first ends the cut, then the editing; what cannot be done is said', () => {
    const { press, went, actions, news } = bench();
    press('S');
    press('Escape');
    expect(actions.cut.value).toBeNull();
    expect(went).toEqual([]);
    press('J');
    expect(news.at(-1)).toEqual({ what: 'nothing' });
    press('Escape');
    expect(went).toEqual(['closed']);
  });
});
