/** What can be done with boxes, by button and by key alike. Every action is one step of the desk's undo. */
import { type Signal, signal } from '@preact/signals';
import type { Box } from '../../../../../worker/shapes/common.ts';
import { deleteLine, joinWithPrevious, moveLine, type WorkLines } from '../../lines.ts';
import type { LineStore } from '../../store.ts';
import { moveBox, proposeBox, resizeBox, type Size } from './box-geometry.ts';
import { cutLine, drawnBox, withBox } from './box-lines.ts';

/** What is to be said to somebody who does not see the boxes. */
export type BoxNews =
  | { what: 'box'; line: number; box: Box }
  | { what: 'no-box'; line: number }
  | { what: 'cut'; percent: number }
  | { what: 'removed' | 'nothing' };

export interface BoxActions {
  /** Whether the next drag on the scan draws a box. */
  readonly drawing: Signal<boolean>;
  /** Where the line in hand is about to be cut, 0 to 1 from the left; null while nothing is cut. */
  readonly cut: Signal<number | null>;
  choose(by: -1 | 1): void;
  move(dx: number, dy: number): void;
  resize(grip: -1 | 1, dx: number, dy: number): void;
  put(box: Box): void;
  draw(box: Box): void;
  add(): void;
  startCut(): void;
  moveCut(by: number): void;
  cutAt(share: number): void;
  join(): void;
  reorder(by: -1 | 1): void;
  removeBox(): void;
  removeLine(): void;
  undo(): void;
  redo(): void;
}

export interface BoxActionParts {
  store: LineStore;
  scan: Size;
  rightToLeft: boolean;
  /** The middle of what is seen, in pixels of the scan. */
  middle: () => { x: number; y: number };
  say: (news: BoxNews) => void;
}

export function createBoxActions({ store, scan, rightToLeft, middle, say }: BoxActionParts): BoxActions {
  const drawing = signal(false);
  const cut = signal<number | null>(null);

  const inHand = () => {
    const key = store.current.peek();
    return key === null ? undefined : store.line(key).peek();
  };

  /** Says how the line in hand stands now. */
  function tell(): void {
    const line = inHand();
    if (!line) return say({ what: 'nothing' });
    const number = store.keys.peek().indexOf(line.key) + 1;
    say(line.box ? { what: 'box', line: number, box: line.box } : { what: 'no-box', line: number });
  }

  function apply(lines: WorkLines, key: string, group?: string): void {
    cut.value = null;
    if (lines === store.lines()) return say({ what: 'nothing' });
    store.replace(lines, group);
    store.select(key);
    tell();
  }

  function change(with_: (box: Box) => Box): void {
    const line = inHand();
    if (!line?.box) return say({ what: 'nothing' });
    apply(withBox(store.lines(), line.key, with_(line.box)), line.key, `box:${line.key}`);
  }

  return {
    drawing,
    cut,
    choose(by) {
      const keys = store.keys.peek();
      const at = store.current.peek() === null ? -1 : keys.indexOf(store.current.peek()!);
      const key = keys[Math.max(0, at + by)];
      cut.value = null;
      if (key !== undefined) store.select(key);
      tell();
    },
    move: (dx, dy) => change((box) => moveBox(box, dx, dy, scan)),
    resize(grip, dx, dy) {
      const along = { x: dx === 0 ? 0 : grip, y: dy === 0 ? 0 : grip } as const;
      change((box) => resizeBox(box, along, dx, dy, scan));
    },
    put: (box) => change(() => box),
    draw(box) {
      drawing.value = false;
      const drawn = drawnBox(store.lines(), store.current.peek(), box);
      apply(drawn.lines, drawn.key);
    },
    add() {
      const lines = store.lines();
      const line = inHand();
      const at = line ? lines.indexOf(line) : lines.length;
      // A line that has its box gets a new line below it.
      const previous = line?.box ? line : lines.slice(0, at).findLast(({ box }) => box !== null);
      const drawn = drawnBox(lines, line?.key ?? null, proposeBox(previous?.box ?? null, middle(), scan));
      apply(drawn.lines, drawn.key);
    },
    startCut() {
      drawing.value = false;
      if (cut.peek() !== null) cut.value = null;
      else if (!inHand()?.box) say({ what: 'nothing' });
      else {
        cut.value = 0.5;
        say({ what: 'cut', percent: 50 });
      }
    },
    moveCut(by) {
      if (cut.peek() === null) return;
      cut.value = Math.min(0.99, Math.max(0.01, cut.peek()! + by));
      say({ what: 'cut', percent: Math.round(cut.peek()! * 100) });
    },
    cutAt(share) {
      const line = inHand();
      const parts = line && cutLine(store.lines(), line.key, share, rightToLeft);
      cut.value = null;
      if (parts) apply(parts.lines, parts.key);
      else say({ what: 'nothing' });
    },
    join() {
      const line = inHand();
      if (!line) return say({ what: 'nothing' });
      const { lines, caret } = joinWithPrevious(store.lines(), line.key);
      apply(lines, caret.key);
    },
    reorder(by) {
      const line = inHand();
      if (!line) return say({ what: 'nothing' });
      apply(moveLine(store.lines(), line.key, by), line.key);
    },
    removeBox() {
      const line = inHand();
      if (!line?.box) return say({ what: 'nothing' });
      apply(withBox(store.lines(), line.key, null), line.key);
    },
    removeLine() {
      const line = inHand();
      if (!line) return say({ what: 'nothing' });
      const { lines, caret } = deleteLine(store.lines(), line.key);
      cut.value = null;
      store.replace(lines);
      store.select(caret.key === '' ? null : caret.key);
      say({ what: 'removed' });
    },
    undo() {
      cut.value = null;
      store.undo();
      tell();
    },
    redo() {
      cut.value = null;
      store.redo();
      tell();
    },
  };
}
