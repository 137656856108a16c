import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftTextOf, linesOfDraft } from './draft-text.ts';
import { addLine, deleteLine, editText, fromSaved, joinWithPrevious, moveLine, splitLine } from './lines.ts';
import type { WorkLines } from './lines.ts';

const base = fromSaved(
  Array.from({ length: 8 }, (_, index) => ({
    id: `l${index}`,
    text: `line ${index}`,
    box: [0, index * 10, 100, 10],
    confidence: 60 + index,
  })),
);

test('one changed line of many is all that is kept', () => {
  const text = draftTextOf(base, editText(base, 'l3', 'line three'));
  expect(text).toEqual({ changed: [{ key: 'l3', id: 'l3', text: 'line three', box: [0, 30, 100, 10] }] });
});

test('a draft and its revision give the text again, after any changes, also where a window gave other keys', () => {
  const operation = fc.record({
    what: fc.constantFrom('edit', 'split', 'join', 'add', 'remove', 'move'),
    line: fc.nat(20),
    at: fc.nat(8),
    text: fc.string({ maxLength: 8 }),
  });
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 20 }), fc.boolean(), (operations, otherKeys) => {
      const begun: WorkLines = otherKeys ? base.map((line) => ({ ...line, key: `here-${line.id}` })) : base;
      let lines = begun;
      for (const { what, line, at, text } of operations) {
        const key = lines[line % Math.max(1, lines.length)]?.key ?? '';
        if (what === 'edit') lines = editText(lines, key, text);
        else if (what === 'split') ({ lines } = splitLine(lines, key, at));
        else if (what === 'join') ({ lines } = joinWithPrevious(lines, key));
        else if (what === 'add') ({ lines } = addLine(lines, key === '' ? null : key));
        else if (what === 'remove') ({ lines } = deleteLine(lines, key));
        else lines = moveLine(lines, key, 1);
      }
      const stored = structuredClone(draftTextOf(begun, lines));
      const content = (all: WorkLines) =>
        all.map(({ id, text, box, confidence }) => ({ id, text, box, confidence }));
      expect(content(linesOfDraft(base, stored))).toEqual(content(lines));
    }),
  );
});
