import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarks, plainReading } from './marks.ts';
import { readWords } from './read-words.ts';
import { tokenise } from './tokens.ts';

describe('marks', () => {
  test.each([
    ['Ал[аш?] ордасы', 'Алаш ордасы', ['unclear Ал|аш']],
    ['[Алаш|Алач|Алас?]', 'Алаш', ['unclear |Алаш']],
    ['قا[زا|را?]ق', 'قازاق', ['unclear قا|زا']],
    ['ска[...]ль', 'ска…ль', ['gap ска|']],
    ['[… ٥] дней', '… дней', ['gap |']],
    ['слово [?] слово', 'слово … слово', ['illegible слово |']],
    ['⟦царь⟧ ⟨народъ⟩', 'царь народъ', ['deleted |царь', 'added ⟦царь⟧ |народъ']],
    ['⟦ста[рый?]⟧', 'старый', ['deleted |ста[рый?]', 'unclear ⟦ста|рый']],
    ['[а[...]б?]', 'а…б', ['unclear |а[...]б', 'gap [а|']],
  ])('%s is read as %s', (text, plain, marks) => {
    const parsed = parseMarks(text);
    expect(parsed.plain).toBe(plain);
    expect(parsed.unbalanced).toEqual([]);
    expect(
      parsed.marks.map(
        (mark) =>
          `${mark.kind} ${text.slice(0, mark.start)}|${text.slice(mark.contentStart, mark.contentEnd)}`,
      ),
    ).toEqual(marks);
  });

  test('a gap says how many letters are lost, in any digits', () => {
    expect(['[...5]', '[...٥]', '[…۵]', '[... 12]'].map((text) => parseMarks(text).marks[0]?.extent)).toEqual(
      [5, 5, 5, 12],
    );
    expect(parseMarks('[...]').marks[0]?.extent).toBeUndefined();
  });

  test('all readings of an uncertain place are kept, the likelier first', () => {
    expect(parseMarks('[Алаш|Алач|Алас?]').marks[0]?.readings).toEqual(['Алаш', 'Алач', 'Алас']);
  });

  test('printed brackets are no marks, and a backslash makes any bracket a printed one', () => {
    for (const text of ['[см. № 5]', '(…)', 'а|б', 'что? [нѣтъ]', '(?)', '{?}']) {
      expect(parseMarks(text)).toMatchObject({ marks: [], plain: text });
    }
    expect(parseMarks('\\[...\\] и \\⟨')).toMatchObject({ marks: [], unbalanced: [], plain: '[...] и ⟨' });
  });

  test('signs without a partner are told and read as printed', () => {
    expect(parseMarks('⟦царь')).toMatchObject({ marks: [], unbalanced: [0], plain: '⟦царь' });
    expect(parseMarks('царь?] ⟩')).toMatchObject({ unbalanced: [5, 7], plain: 'царь?] ⟩' });
    expect(parseMarks('⟦а [б⟧')).toMatchObject({ unbalanced: [3], plain: 'а [б' });
  });

  const piece = fc.constantFrom(
    '[',
    ']',
    '?]',
    '[...',
    '[...3]',
    '[?]',
    '⟦',
    '⟧',
    '⟨',
    '⟩',
    '|',
    '\\',
    'Алаш ',
    'قا',
    '1',
    '.',
  );
  const anyText = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

  test('whatever is typed, each unit of the reading stands where its offset says, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { plain, offsets, marks } = parseMarks(text);
        expect(offsets).toHaveLength(plain.length);
        offsets.forEach((at, index) => {
          expect(at).toBeGreaterThan(offsets[index - 1] ?? -1);
          if (plain[index] !== '…') expect(text[at]).toBe(plain[index]);
        });
        for (const mark of marks) {
          expect(mark.start).toBeLessThan(mark.end);
          expect(mark.contentStart).toBeLessThanOrEqual(mark.contentEnd);
          expect(mark.contentEnd).toBeLessThanOrEqual(mark.end);
        }
      }),
    );
  });

  test('text without brackets is its own reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/[[\]⟦⟧⟨⟩]/.test(text));
        expect(plainReading(text)).toBe(text);
        expect(readWords(text)).toEqual(tokenise(text));
      }),
    );
  });

  test('a mark put round any part of a word changes neither the words nor their number', () => {
    const word = fc.stringMatching(/^[а-яқғңәөұүһі]{1,8}$/u);
    const around = fc.constantFrom(['[', '?]'], ['[', '|жоқ?]'], ['⟦', '⟧'], ['⟨', '⟩']);
    fc.assert(
      fc.property(
        word,
        word,
        fc.nat(),
        fc.nat(),
        around,
        (before, marked, from, to, [left = '', right = '']) => {
          const start = from % marked.length;
          const end = start + 1 + (to % (marked.length - start));
          const line = `${before} ${marked.slice(0, start)}${left}${marked.slice(start, end)}${right}${marked.slice(end)}`;
          expect(readWords(line).map((read) => read.text)).toEqual([before, marked]);
        },
      ),
    );
  });
});

describe('words of a marked line', () => {
  const quotes = (line: string) =>
    readWords(line).map(({ text, start, end }) => [text, line.slice(start, end)]);

  test('they stand at the offsets of the stored line, with the signs that a word would be cut by', () => {
    expect(quotes('Ал[аш|ас?] [Орда?] ⟦б⟧ір')).toEqual([
      ['Алаш', 'Ал[аш|ас?]'],
      ['Орда', 'Орда'],
      ['бір', '⟦б⟧ір'],
    ]);
  });

  test('a gap parts words', () => {
    expect(quotes('Ала[...2]рда')).toEqual([
      ['Ала', 'Ала'],
      ['рда', 'рда'],
    ]);
  });
});
