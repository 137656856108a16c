/** Pages drawn by code: letters are boxes, and where each line stands is known. */
import type { Box, Mask } from '../../picture/grey.ts';

const LETTER = 10;
export const PITCH = 22;

export class Sheet {
  readonly mask: Mask;
  /** the lines that were drawn, by name */
  readonly lines: { name: string; box: Box }[] = [];

  constructor(width: number, height: number) {
    this.mask = { width, height, data: new Uint8Array(width * height) };
  }

  fill(x: number, y: number, w: number, h: number): void {
    for (let row = y; row < y + h; row++) {
      this.mask.data.fill(1, row * this.mask.width + x, row * this.mask.width + x + w);
    }
  }

  /** A line of words from `x` on, about `width` wide. */
  line(name: string, x: number, y: number, width: number, letter = LETTER): void {
    let at = x;
    let random = (x * 31 + y * 17) % 65521;
    let word = 0;
    for (let index = 0; at + letter <= x + width; index++) {
      // Letters as high as most, every few with a stroke above or below, and a space after some.
      const up = index % 7 === 3 ? Math.round(0.4 * letter) : 0;
      const down = index % 5 === 2 ? Math.round(0.3 * letter) : 0;
      this.fill(at, y - up, Math.round(0.6 * letter), letter + up + down);
      at += Math.round(0.8 * letter);
      if (word-- > 0) continue;
      // Words of two to nine letters, so that spaces do not stand under each other.
      random = (random * 75 + 74) % 65537;
      word = 1 + (random % 8);
      at += Math.round(0.6 * letter);
    }
    this.lines.push({ name, box: [x, y, width, letter] });
  }

  /** Lines under each other; the last is short, as that of a paragraph. */
  column(name: string, x: number, y: number, width: number, count: number): void {
    for (let line = 0; line < count; line++) {
      this.line(`${name}${line}`, x, y + line * PITCH, line === count - 1 ? width / 2 : width);
    }
  }
}

/** The names of drawn lines in the order of boxes that were found: each line goes where its middle is. */
export function namesIn(sheet: Sheet, boxes: readonly Box[]): string[] {
  return boxes.flatMap((box) =>
    sheet.lines
      .filter(({ box: [x, y, w, h] }) => {
        const [middleX, middleY] = [x + w / 2, y + h / 2];
        return (
          middleX >= box[0] && middleX <= box[0] + box[2] && middleY >= box[1] && middleY <= box[1] + box[3]
        );
      })
      .map(({ name }) => name),
  );
}
