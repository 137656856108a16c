import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysePage } from './analyse-page.ts';
import { PITCH, Sheet, namesIn } from './testing/draw-page.ts';

const numbers = (name: string, count: number) => Array.from({ length: count }, (_, line) => `${name}${line}`);
const linesIn = (sheet: Sheet, rightToLeft = false) => {
  const { blocks } = analysePage(sheet.mask, rightToLeft);
  return namesIn(
    sheet,
    blocks.flatMap(({ rows }) => rows),
  );
};

describe('the lines of a page are read', () => {
  const threeColumns = () => {
    const sheet = new Sheet(1000, 700);
    sheet.line('title', 150, 30, 700, 24);
    ['a', 'b', 'c'].forEach((name, index) => sheet.column(name, 40 + 320 * index, 100, 280, 20));
    return sheet;
  };
  const columns = (...names: string[]) => names.flatMap((name) => numbers(name, 20));

  test('column by column, below the heading that spans them', () => {
    expect(linesIn(threeColumns())).toEqual(['title', ...columns('a', 'b', 'c')]);
  });

  test('from the right on a page in Arabic script', () => {
    expect(linesIn(threeColumns(), true)).toEqual(['title', ...columns('c', 'b', 'a')]);
  });

  test('above a heading that spans two columns before those below it', () => {
    const sheet = new Sheet(1000, 900);
    ['a', 'b', 'c'].forEach((name, index) =>
      sheet.column(name, 40 + 320 * index, 40, 280, index === 0 ? 36 : 14),
    );
    sheet.line('heading', 400, 400, 500, 22);
    ['d', 'e'].forEach((name, index) => sheet.column(name, 360 + 320 * index, 470, 280, 16));
    expect(linesIn(sheet)).toEqual([
      ...numbers('a', 36),
      ...numbers('b', 14),
      ...numbers('c', 14),
      'heading',
      ...numbers('d', 16),
      ...numbers('e', 16),
    ]);
  });

  test('section by section where a rule runs across the columns', () => {
    const sheet = new Sheet(700, 800);
    ['a', 'b'].forEach((name, index) => sheet.column(name, 40 + 320 * index, 40, 280, 14));
    sheet.fill(40, 40 + 14 * PITCH + 14, 600, 3);
    ['c', 'd'].forEach((name, index) => sheet.column(name, 40 + 320 * index, 420, 280, 14));
    expect(linesIn(sheet)).toEqual(['a', 'b', 'c', 'd'].flatMap((name) => numbers(name, 14)));
  });

  test('as one column where white stands above white between its first words', () => {
    const sheet = new Sheet(700, 800);
    for (let row = 0; row < 30; row++) {
      const apart = row > 3 && row < 24;
      if (apart) {
        sheet.line('', 40, 40 + row * PITCH, 130);
        sheet.line(`${row}`, 186, 40 + row * PITCH, 400);
      } else sheet.line(`${row}`, 40, 40 + row * PITCH, 550);
    }
    expect(analysePage(sheet.mask, false).blocks).toHaveLength(1);
  });

  test('row by row in a table', () => {
    const sheet = new Sheet(500, 500);
    for (let row = 0; row < 12; row++) {
      sheet.line(`name${row}`, 40, 40 + row * PITCH, 110);
      sheet.line(`price${row}`, 220, 40 + row * PITCH, 60);
    }
    expect(linesIn(sheet)).toEqual(numbers('', 12).flatMap((row) => [`name${row}`, `price${row}`]));
  });
});

describe('a line is found and read in its place', () => {
  /** Lines as near each other as those of a newspaper: what is high in one reaches to what is low in the one above. */
  const NEAR = 19;
  const columns = (sheet: Sheet, lines: number, draw = sheet.line.bind(sheet)) => {
    for (const [name, x] of [
      ['a', 40],
      ['b', 380],
    ] as const)
      for (let line = 0; line < lines; line++) draw(`${name}${line}`, x, 40 + line * NEAR, 280);
  };
  const inOrder = (lines: number, rightToLeft: boolean) =>
    (rightToLeft ? ['b', 'a'] : ['a', 'b']).flatMap((name) => numbers(name, lines));

  test('where letters touch those of the line below them, wherever that is', () => {
    const place = fc.record({ line: fc.nat(18), x: fc.integer({ min: 40, max: 650 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), fc.boolean(), (bridges, rightToLeft) => {
        const sheet = new Sheet(700, 460);
        columns(sheet, 20);
        // A stroke from the foot of a line to the head of the next, where there is ink above it.
        for (const { line, x } of bridges) {
          const foot = 40 + line * NEAR + 9;
          if (sheet.mask.data[foot * sheet.mask.width + x] === 1) sheet.fill(x, foot, 3, NEAR - 8);
        }
        expect(linesIn(sheet, rightToLeft)).toEqual(inOrder(20, rightToLeft));
      }),
    );
  });

  test.each([false, true])(
    'where it is a short last word of high letters, columns from the right: %s',
    (rightToLeft) => {
      const sheet = new Sheet(700, 600);
      columns(sheet, 22, (name, x, y, width) => {
        // All its letters go up or down: higher by far than most of those in the lines around it.
        if (name !== 'b9') sheet.line(name, x, y, width);
        else {
          for (let at = 0; at < 4; at++) sheet.fill(x + at * 12, y - 4, 9, 17);
          sheet.lines.push({ name, box: [x, y, 48, 10] });
        }
      });
      expect(linesIn(sheet, rightToLeft)).toEqual(inOrder(22, rightToLeft));
    },
  );

  test('where it is a heading between the lines of a column, close to them', () => {
    const sheet = new Sheet(400, 600);
    for (let line = 0; line < 16; line++)
      sheet.line(`a${line}`, 40, 40 + line * NEAR + (line < 8 ? 0 : 22), 300);
    sheet.line('heading', 60, 40 + 8 * NEAR, 240, 15);
    expect(linesIn(sheet)).toEqual([...numbers('a', 8), 'heading', ...numbers('a', 16).slice(8)]);
  });
});

describe('a block is', () => {
  const kindsOn = (sheet: Sheet) => analysePage(sheet.mask, false).blocks.map(({ kind }) => kind);

  test('a heading by its size, a running head by its place, a picture by its ink', () => {
    const sheet = new Sheet(700, 1200);
    sheet.line('head', 300, 20, 120);
    sheet.line('heading', 60, 100, 560, 24);
    sheet.column('a', 40, 160, 600, 16);
    sheet.fill(40, 560, 300, 220);
    sheet.column('b', 40, 820, 600, 12);
    expect(kindsOn(sheet)).toEqual(['running-head', 'heading', 'text', 'picture', 'text']);
  });

  test('an advertisement within a frame', () => {
    const sheet = new Sheet(700, 1400);
    sheet.column('a', 40, 40, 600, 20);
    const [x, y, w, h] = [40, 540, 600, 240];
    sheet.fill(x, y, w, 2);
    sheet.fill(x, y + h, w, 2);
    sheet.fill(x, y, 2, h);
    sheet.fill(x + w, y, 2, h + 2);
    sheet.column('b', 80, 600, 500, 6);
    sheet.column('c', 40, 840, 600, 20);
    expect(kindsOn(sheet)).toEqual(['text', 'advertisement', 'text']);
  });

  test('not there on a blank page', () => {
    expect(analysePage(new Sheet(400, 600).mask, false)).toMatchObject({ blocks: [], letter: 0 });
  });
});
