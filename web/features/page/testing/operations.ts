/** What a person may do to the lines, for property tests. */
import * as fc from 'fast-check';
import type { LineStore } from '../store.ts';

interface Operation {
  what: keyof typeof OPERATIONS;
  /** Which of the lines there are, counted round. */
  line: number;
  /** Where in its text. */
  at: number;
  text: string;
}

const OPERATIONS = {
  edit: (store: LineStore, key: string, { text }: Operation) => store.edit(key, text),
  split: (store: LineStore, key: string, { at }: Operation) => store.split(key, at),
  join: (store: LineStore, key: string) => store.join(key),
  add: (store: LineStore, key: string) => store.add(key === '' ? null : key),
  remove: (store: LineStore, key: string) => store.remove(key),
  up: (store: LineStore, key: string) => store.move(key, -1),
  down: (store: LineStore, key: string) => store.move(key, 1),
  paste: (store: LineStore, key: string, { at, text }: Operation) => store.paste(key, at, at, text),
  undo: (store: LineStore) => store.undo(),
  redo: (store: LineStore) => store.redo(),
};

/** Operations of these kinds. @param at the furthest place in a line @param length of a text at most */
export function operationsOf(
  kinds: readonly Operation['what'][],
  { at, length }: { at: number; length: number },
): fc.Arbitrary<Operation> {
  return fc.record({
    what: fc.constantFrom(...kinds),
    line: fc.nat(20),
    at: fc.nat(at),
    text: fc.string({ maxLength: length }),
  });
}

export function operate(store: LineStore, operation: Operation): void {
  const keys = store.keys.peek();
  const key = keys[operation.line % Math.max(1, keys.length)] ?? '';
  OPERATIONS[operation.what](store, key, operation);
}
