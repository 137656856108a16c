import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LineInput, type TranscriptionLine, prepareLines, sameLines } from './transcription.ts';

const limits = { width: 1000, height: 2000, maxLines: 10, maxTextLength: 20 };

const previous: TranscriptionLine[] = [
  { id: 'a', text: 'Қазақ', box: [10, 10, 300, 40], confidence: 71 },
  { id: 'b', text: 'газеті', box: null },
];

function idsFrom(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}${(count += 1)}`;
}

const prepare = (...input: LineInput[]) => prepareLines(input, previous, limits, idsFrom('new'));

describe('a save', () => {
  test('keeps ids, gives new lines one, and may put lines in another order', () => {
    expect(
      prepare(
        { id: 'b', text: 'газеті' },
        { text: 'жаңа жол', box: [0, 0, 1000, 2000] },
        { id: 'a', text: 'Қазақъ' },
      ),
    ).toEqual({
      lines: [
        { id: 'b', text: 'газеті', box: null },
        { id: 'new1', text: 'жаңа жол', box: [0, 0, 1000, 2000] },
        { id: 'a', text: 'Қазақъ', box: [10, 10, 300, 40] },
      ],
    });
  });

  test('keeps the confidence of a line that nobody changed', () => {
    expect(prepare({ id: 'a', text: 'Қазақ' })).toMatchObject({ lines: [{ confidence: 71 }] });
    expect(prepare({ id: 'a', text: 'Казақ' })).not.toMatchObject({ lines: [{ confidence: 71 }] });
  });

  test('takes a box away with null, and keeps it when none is sent', () => {
    expect(prepare({ id: 'a', text: '', box: null })).toMatchObject({ lines: [{ box: null }] });
    expect(prepare({ id: 'a', text: '' })).toMatchObject({ lines: [{ box: [10, 10, 300, 40] }] });
  });

  test('stores NFC', () => {
    expect(prepare({ text: 'и\u0306од' })).toMatchObject({ lines: [{ text: 'йод' }] });
  });

  test('gives a line of another version, and the second of two with one id, an id of its own', () => {
    expect(
      prepare(
        { id: 'z', text: 'ескі' },
        { id: 'a', text: 'Қазақ' },
        { id: 'a', text: 'Қазақ' },
        { id: 'z', text: 'жол' },
      ),
    ).toEqual({
      lines: [
        { id: 'new1', text: 'ескі', box: null },
        { id: 'a', text: 'Қазақ', box: [10, 10, 300, 40], confidence: 71 },
        { id: 'new2', text: 'Қазақ', box: null },
        { id: 'new3', text: 'жол', box: null },
      ],
    });
  });

  test('may take all lines away', () => {
    expect(prepare()).toEqual({ lines: [] });
  });
});

describe('what is refused, with the field and a sentence', () => {
  test.each<[string, LineInput[], (string | number)[], string]>([
    ['a line break', [{ text: '' }, { text: 'а\nб' }], ['lines', 1, 'text'], 'line-break'],
    ['a bidi override', [{ id: 'a', text: '\u202eа' }], ['lines', 0, 'text'], 'bidi-control'],
    ['a long text', [{ text: 'а'.repeat(21) }], ['lines', 0, 'text'], 'too-long'],
    ['half pixels', [{ text: '', box: [0.5, 0, 1, 1] }], ['lines', 0, 'box'], 'invalid-box'],
    ['three numbers', [{ text: '', box: [0, 0, 1] }], ['lines', 0, 'box'], 'invalid-box'],
    ['a box without height', [{ text: '', box: [0, 0, 1, 0] }], ['lines', 0, 'box'], 'empty-box'],
    ['a box left of the scan', [{ text: '', box: [-1, 0, 5, 5] }], ['lines', 0, 'box'], 'box-outside-scan'],
    ['a box below the scan', [{ text: '', box: [0, 1990, 5, 11] }], ['lines', 0, 'box'], 'box-outside-scan'],
    ['too many lines', Array.from({ length: 11 }, () => ({ text: '' })), ['lines'], 'too-many-lines'],
  ])('%s', (_, input, path, code) => {
    expect(prepare(...input)).toEqual({
      problems: [{ path, code, message: expect.stringMatching(/\.$/) as string }],
    });
  });

  test('all of it at once', () => {
    const result = prepare({ id: 'z', text: '\0', box: [0, 0, 0, 0] }, { text: '\0' });
    expect('problems' in result && result.problems.map(({ path }) => path.join('.'))).toEqual([
      'lines.0.text',
      'lines.0.box',
      'lines.1.text',
    ]);
  });
});

test('a line that was stored and comes back as it was is always good', () => {
  const stored: TranscriptionLine[] = [{ id: 'a', text: 'x'.repeat(50), box: [990, 0, 20, 5] }];
  expect(prepareLines(stored, stored, limits, idsFrom('new'))).toEqual({ lines: stored });
});

test('whatever is sent, ids of the outcome are single, and texts are NFC without control characters', () => {
  const line = fc.record(
    {
      id: fc.constantFrom('a', 'b', 'c'),
      text: fc.string({ unit: 'binary', maxLength: 8 }),
      box: fc.option(fc.array(fc.integer({ min: -5, max: 2005 }), { minLength: 4, maxLength: 4 })),
    },
    { requiredKeys: ['text'] },
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (input) => {
      const result = prepare(...input);
      if ('problems' in result) {
        expect(result.problems).not.toEqual([]);
        return;
      }
      expect(new Set(result.lines.map(({ id }) => id)).size).toBe(input.length);
      for (const { text, box } of result.lines) {
        expect(text).toBe(text.normalize('NFC'));
        expect(text).not.toMatch(/[\p{Cs}\0]/u);
        if (box) expect(box[0] + box[2]).toBeLessThanOrEqual(limits.width);
      }
    }),
  );
});

test('lines are the same when ids, texts, boxes and order are', () => {
  const [a, b] = previous as [TranscriptionLine, TranscriptionLine];
  expect(sameLines(previous, structuredClone(previous))).toBe(true);
  expect(sameLines([a, b], [b, a])).toBe(false);
  expect(sameLines([a], [a, b])).toBe(false);
  expect(sameLines([a], [{ ...a, text: 'Казақ' }])).toBe(false);
  expect(sameLines([a], [{ ...a, box: [10, 10, 300, 41] }])).toBe(false);
  expect(sameLines([a], [{ ...a, box: null }])).toBe(false);
  expect(sameLines([a], [{ ...a, confidence: 1 }])).toBe(true);
});
