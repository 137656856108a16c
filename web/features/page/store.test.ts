import { effect } from '@preact/signals';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromSaved, isDoubtful, type WorkLines } from './lines.ts';
import { createLineStore } from './store.ts';
import { operate, operationsOf } from './testing/operations.ts';

const saved = (...texts: string[]): WorkLines =>
  fromSaved(
    texts.map((text, index) => ({ id: `l${index}`, text, box: [10, 100 * index, 400, 40], confidence: 60 })),
  );

const texts = (lines: WorkLines) => lines.map((line) => line.text);

describe('a key press', () => {
  test('draws only its own line anew, on a page of 600', () => {
    const store = createLineStore(saved(...Array.from({ length: 600 }, (_, index) => `line ${index}`)));
    let draws = 0;
    const stops = store.keys.peek().map((key) =>
      effect(() => {
        void store.line(key).value;
        draws += 1;
      }),
    );
    let orders = 0;
    stops.push(
      effect(() => {
        void store.keys.value;
        orders += 1;
      }),
    );
    draws = 0;
    orders = 0;
    store.edit('l300', 'line 300 corrected');
    expect({ draws, orders }).toEqual({ draws: 1, orders: 0 });
    for (const stop of stops) stop();
  });

  test('takes away the doubt that the OCR had about the line', () => {
    const store = createLineStore(saved('алаш'));
    expect(isDoubtful(store.line('l0').value!)).toBe(true);
    store.edit('l0', 'Алаш');
    expect(isDoubtful(store.line('l0').value!)).toBe(false);
    store.undo();
    expect(isDoubtful(store.line('l0').value!)).toBe(true);
  });

  test('never leaves a line break in a line', () => {
    const store = createLineStore(saved('one'));
    store.edit('l0', 'one\r\ntwo\u2028three');
    expect(store.lines()[0]!.text).toBe('one two three');
  });
});

describe('lines', () => {
  test('are split in two: the first keeps its id, the box is cut in proportion', () => {
    const store = createLineStore(saved('left right', 'next'));
    store.split('l0', 5);
    expect(texts(store.lines())).toEqual(['left', 'right', 'next']);
    expect(store.lines().map((line) => line.id)).toEqual(['l0', undefined, 'l1']);
    expect(store.lines().map((line) => line.box)).toEqual([
      [10, 0, 200, 40],
      [210, 0, 200, 40],
      [10, 100, 400, 40],
    ]);
    expect(store.caret.value).toEqual({ key: store.keys.value[1], at: 0 });
  });

  test('in a right-to-left script are split from the right', () => {
    const store = createLineStore(saved('قازاق گازەتى'), { rightToLeft: true });
    store.split('l0', 6);
    expect(store.lines()[0]!.box).toEqual([210, 0, 200, 40]);
    expect(store.lines()[1]!.box).toEqual([10, 0, 200, 40]);
  });

  test('are joined with one space, and the box covers both', () => {
    const store = createLineStore(saved('Алаш', 'Орда'));
    store.join('l1');
    expect(texts(store.lines())).toEqual(['Алаш Орда']);
    expect(store.lines()[0]).toMatchObject({ id: 'l0', box: [10, 0, 400, 140] });
    expect(store.caret.value).toEqual({ key: 'l0', at: 5 });
    store.join('l0');
    expect(texts(store.lines())).toEqual(['Алаш Орда']);
  });

  test('come, go and move', () => {
    const store = createLineStore(saved('a', 'b', 'c'));
    store.move('l2', -1);
    expect(texts(store.lines())).toEqual(['a', 'c', 'b']);
    store.add('l0');
    store.edit(store.current.value!, 'new');
    expect(texts(store.lines())).toEqual(['a', 'new', 'c', 'b']);
    store.remove('l2');
    expect(texts(store.lines())).toEqual(['a', 'new', 'b']);
    expect(store.current.value).toBe('l1');
    store.move('l0', -1);
    expect(texts(store.lines())).toEqual(['a', 'new', 'b']);
  });

  test('pasted text of several lines becomes several lines', () => {
    const store = createLineStore(saved('<>', 'end'));
    store.paste('l0', 1, 1, 'one\r\ntwo\nthree\n');
    expect(texts(store.lines())).toEqual(['<one', 'two', 'three>', 'end']);
    store.undo();
    expect(texts(store.lines())).toEqual(['<>', 'end']);
  });
});

describe('undo', () => {
  test('takes back a burst of typing at once, and what came after a pause alone', () => {
    let time = 0;
    const store = createLineStore(saved(''), { now: () => time });
    for (const text of ['ә', 'әл', 'әли']) store.edit('l0', text);
    time += 5000;
    store.edit('l0', 'әлих');
    store.undo();
    expect(store.lines()[0]!.text).toBe('әли');
    store.undo();
    expect(store.lines()[0]!.text).toBe('');
    expect(store.dirty.value).toBe(false);
    expect(store.canUndo.value).toBe(false);
    store.redo();
    store.redo();
    expect(store.lines()[0]!.text).toBe('әлих');
  });

  test('goes all the way back and forth through any sequence of operations', () => {
    const operation = operationsOf(['edit', 'split', 'join', 'add', 'remove', 'up', 'down', 'paste'], {
      at: 12,
      length: 12,
    });
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
        let time = 0;
        const first = saved('one', 'two', 'three');
        const store = createLineStore(first, { now: () => (time += 2000) });
        for (const one of operations) {
          operate(store, one);
          expect(new Set(store.keys.peek()).size).toBe(store.lines().length);
          expect(store.keys.peek().map((each) => store.line(each).peek())).toEqual(store.lines());
        }
        const last = store.lines();
        while (store.canUndo.peek()) store.undo();
        expect(store.lines()).toEqual(first);
        while (store.canRedo.peek()) store.redo();
        expect(store.lines()).toEqual(last);
      }),
    );
  });
});

describe('after a save', () => {
  test('what was typed meanwhile stays and is not taken for saved; new lines learn their ids', () => {
    const store = createLineStore(saved('a', 'b'));
    store.add('l0');
    const added = store.current.value!;
    store.edit(added, 'new');
    const sent = store.lines();
    store.edit('l1', 'b, typed while saving');
    store.accept(
      sent,
      fromSaved([
        { id: 'l0', text: 'a', box: [10, 0, 400, 40] },
        { id: 'n1', text: 'new', box: null },
        { id: 'l1', text: 'b', box: [10, 100, 400, 40] },
      ]),
    );
    expect(store.dirty.value).toBe(true);
    expect(store.changed('l1')).toBe(true);
    expect(store.changed(added)).toBe(false);
    expect(store.lines().map((line) => line.id)).toEqual(['l0', 'n1', 'l1']);
    store.edit('l1', 'b');
    expect(store.dirty.value).toBe(false);
  });
});
