import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftTextOf, linesOfDraft } from './draft-text.ts';
import { fromSaved, type WorkLines } from './lines.ts';
import { keptSteps, stepsAgain } from './steps.ts';
import { createLineStore, type LineStore } from './store.ts';
import { operate, operationsOf } from './testing/operations.ts';

const saved = fromSaved(
  Array.from({ length: 6 }, (_, index) => ({
    id: `l${index}`,
    text: `line ${index}`,
    box: [0, index * 10, 100, 10],
  })),
);

const operation = operationsOf(['edit', 'split', 'join', 'add', 'remove', 'down', 'undo', 'redo'], {
  at: 8,
  length: 8,
});

const content = (lines: WorkLines) => lines.map(({ id, text, box }) => ({ id, text, box }));

/** Every text from the first to the last, by going all the way back and all the way forward. */
function allTexts(store: LineStore) {
  while (store.canUndo.peek()) store.undo();
  const texts = [content(store.lines())];
  while (store.canRedo.peek()) {
    store.redo();
    texts.push(content(store.lines()));
  }
  return texts;
}

/** What the next window makes of what this one kept; the draft may have gone on since the steps were kept. */
function nextWindow(store: LineStore, steps: ReturnType<typeof keptSteps>): LineStore {
  const draft = structuredClone(draftTextOf(store.base(), store.lines()));
  const next = createLineStore(saved);
  const lines = linesOfDraft(saved, draft);
  next.replace(lines);
  if (steps) next.resume(stepsAgain(saved, lines, structuredClone(steps)));
  return next;
}

describe('steps kept beside a draft', () => {
  test('lead back and forward through the same texts in the next window, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
        let time = 0;
        const store = createLineStore(saved, { now: () => (time += 700) });
        for (const each of operations) operate(store, each);
        const next = nextWindow(store, keptSteps(store.base(), store.lines(), store.steps()));
        expect(content(next.lines())).toEqual(content(store.lines()));
        if (!store.canUndo.peek() && !store.canRedo.peek()) return;
        expect(allTexts(next)).toEqual(allTexts(store));
      }),
    );
  });

  test('that are older than the draft lead back from it, and forward to nothing', () => {
    const store = createLineStore(saved);
    store.edit('l0', 'one');
    store.split('l1', 2);
    store.undo();
    const steps = keptSteps(store.base(), store.lines(), store.steps());
    store.edit('l0', 'one more');
    const next = nextWindow(store, steps);
    expect(next.canRedo.peek()).toBe(false);
    expect(next.line('l0').peek()?.text).toBe('one more');
    next.undo();
    expect(next.line('l0').peek()?.text).toBe('line 0');
  });

  test('are bounded: what lies furthest back is left out', () => {
    const store = createLineStore(saved, { now: () => Number.NaN });
    for (let step = 0; step < 500; step++) store.edit('l0', `${step} ${'a'.repeat(5000)}`);
    const steps = keptSteps(store.base(), store.lines(), store.steps())!;
    expect(JSON.stringify(steps).length).toBeLessThan(250_000);
    expect(steps.past).toBeGreaterThan(20);
    const next = nextWindow(store, steps);
    next.undo();
    expect(next.line('l0').peek()?.text).toMatch(/^498 /);
  });
});
