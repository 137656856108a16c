import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarks } from '../../../../worker/domain/text/marks.ts';
import { type MarkTool, putMark } from './put.ts';

/** The line after the tool was used on what stands between bars, with the caret as a bar. */
function used(line: string, tool: MarkTool): string {
  const [before = '', inside = '', after = ''] = line.split('|');
  const value = before + inside + after;
  const put = putMark(value, before.length, before.length + inside.length, tool);
  const changed = value.slice(0, put.start) + put.text + value.slice(put.end);
  return `${changed.slice(0, put.caret)}‸${changed.slice(put.caret)}`;
}

describe('putting a mark', () => {
  test.each<[string, MarkTool, string]>([
    ['Ал|аш| орда', 'unclear', 'Ал[аш?]‸ орда'],
    ['Ал|| орда', 'unclear', 'Ал[?]‸ орда'],
    ['Ал|аш|', 'alternatives', 'Ал[аш|‸?]'],
    ['Ал|аш|', 'gap', 'Алаш[...‸]'],
    ['|царь| и', 'deleted', '⟦царь⟧‸ и'],
    ['||и', 'added', '⟨‸⟩и'],
    ['قا|زا|ق', 'unclear', 'قا[زا?]‸ق'],
  ])('%s, %s', (line, tool, expected) => {
    expect(used(line, tool)).toBe(expected);
  });

  test('of any selection it makes one mark of that kind, and changes nothing that is read', () => {
    const tools = fc.constantFrom<MarkTool>('unclear', 'deleted', 'added');
    const text = fc.stringMatching(/^[а-яқәا-ي ]{0,12}$/u);
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), tools, (value, a, b, tool) => {
        const [start = 0, end = 0] = [a, b].map((n) => n % (value.length + 1)).sort((x, y) => x - y);
        fc.pre(end > start);
        const put = putMark(value, start, end, tool);
        const parsed = parseMarks(value.slice(0, put.start) + put.text + value.slice(put.end));
        expect(parsed.marks.map(({ kind }) => kind)).toEqual([tool]);
        expect(parsed.plain).toBe(value);
      }),
    );
  });
});
