/**
 * Reading a part of the scan in this browser: the part, what goes on, what came out, and putting that into the text.
 * Signals, but no component; the reader and the picture are handed in.
 */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Box } from '../../../../worker/shapes/common.ts';
import type { OcrNotice } from '../../../../worker/shapes/ocr.ts';
import type { WorkLine } from '../lines.ts';
import { moveBox, proposeBox, resizeBox, type Size, usualHeight } from '../scan/boxes/box-geometry.ts';
import type { LineStore } from '../store.ts';
import { type ApiProblem, toProblem } from '../../../api/problem.ts';
import {
  BrowserReadingError,
  type ModelFile,
  type ReadingStep,
  type RegionReader,
  type Segmentation,
} from './browser-reader.ts';
import { insertLines, lineBefore, linesIn, type Pair, pairLines, replaceLines } from './place-reading.ts';
import type { ReadLine } from './read-lines.ts';
import type { RegionPicture } from './region-picture.ts';

export interface RegionOutcome {
  region: Box;
  read: readonly ReadLine[];
  /** What was read beside what stands there. */
  pairs: readonly Pair[];
  notices: readonly OcrNotice[];
  by: ReaderName;
  milliseconds: number;
}

export type ReaderName = 'browser' | 'service';
export type RegionFailure = BrowserReadingError['code'] | ApiProblem;

export interface RegionWork {
  readonly region: Signal<Box | null>;
  readonly drawing: Signal<boolean>;
  readonly kind: Signal<Segmentation | 'auto'>;
  readonly progress: ReadonlySignal<{ step: ReadingStep; share: number } | null>;
  readonly outcome: ReadonlySignal<RegionOutcome | null>;
  readonly failure: ReadonlySignal<RegionFailure | null>;
  move(dx: number, dy: number): void;
  /** @param grip which edges move: 1 the right and lower ones, -1 the left and upper ones */
  resize(grip: -1 | 1, dx: number, dy: number): void;
  put(region: Box): void;
  read(models: readonly ModelFile[], by?: ReaderName): Promise<void>;
  cancel(): void;
  /** Puts what was read in place of the lines of the region: one step that can be undone. */
  replace(): void;
  /** Puts it in as new lines, and leaves those that stand. */
  insert(): void;
  discard(): void;
  close(): void;
}

export interface RegionParts {
  store: LineStore;
  scan: Size;
  readers: Record<ReaderName, RegionReader>;
  /** @throws where the picture cannot be had */
  cut: (region: Box, lineHeight: number) => Promise<RegionPicture>;
  /** Before this browser reads: lets what is fetched be kept. */
  prepare: () => Promise<void>;
  /** The middle of what is seen, in pixels of the scan. */
  middle: () => { x: number; y: number };
}

/** A region lower than this many lines is one line. */
const LINES_OF_ONE = 1.8;

export function createRegionWork({ store, scan, readers, cut, prepare, middle }: RegionParts): RegionWork {
  const region = signal<Box | null>(proposeRegion());
  const drawing = signal(true);
  const kind = signal<Segmentation | 'auto'>('auto');
  const progress = signal<{ step: ReadingStep; share: number } | null>(null);
  const outcome = signal<RegionOutcome | null>(null);
  const failure = signal<RegionFailure | null>(null);
  let running: AbortController | null = null;

  /** The line in hand, with the room that its letters may need. */
  function proposeRegion(): Box {
    const key = store.current.peek();
    const box = key === null ? null : (store.line(key).peek()?.box ?? null);
    if (!box) return proposeBox(null, middle(), scan);
    const room = Math.round(box[3] * 0.15);
    const [x, y] = [Math.max(0, box[0] - room), Math.max(0, box[1] - room)];
    return [x, y, Math.min(scan.width - x, box[2] + 2 * room), Math.min(scan.height - y, box[3] + 2 * room)];
  }

  function change(with_: (box: Box) => Box): void {
    if (region.peek()) put(with_(region.peek()!));
  }

  function put(box: Box): void {
    region.value = box;
    drawing.value = false;
    outcome.value = null;
    failure.value = null;
  }

  function segmentationOf(box: Box, lineHeight: number): Segmentation {
    const chosen = kind.peek();
    if (chosen !== 'auto') return chosen;
    return box[3] < LINES_OF_ONE * lineHeight ? 'line' : 'block';
  }

  async function read(models: readonly ModelFile[], by: ReaderName = 'browser'): Promise<void> {
    const box = region.peek();
    if (!box || running) return;
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    outcome.value = null;
    failure.value = null;
    progress.value = { step: 'waiting', share: 0 };
    try {
      if (by === 'browser') await prepare();
      signal.throwIfAborted();
      const started = performance.now();
      const lineHeight = usualHeight(store.lines());
      const { lines, notices } = await readers[by].read({
        region: box,
        picture: () => cut(box, lineHeight),
        models,
        segmentation: segmentationOf(box, lineHeight),
        onProgress: (step, share) => {
          if (running === controller) progress.value = { step, share };
        },
        signal,
      });
      if (signal.aborted) return;
      outcome.value = {
        region: box,
        read: lines,
        pairs: pairLines(linesIn(store.lines(), box), lines),
        notices,
        by,
        milliseconds: performance.now() - started,
      };
    } catch (error) {
      if (signal.aborted) return;
      failure.value = error instanceof BrowserReadingError ? error.code : toProblem(error);
      console.warn('a part could not be read', error);
    } finally {
      if (running === controller) {
        running = null;
        progress.value = null;
      }
    }
  }

  function cancel(): void {
    running?.abort();
    running = null;
    progress.value = null;
  }

  function apply({ lines, first }: { lines: readonly WorkLine[]; first: string | null }): void {
    outcome.value = null;
    store.replace(lines);
    if (first !== null) store.goTo(first);
  }

  return {
    region,
    drawing,
    kind,
    progress,
    outcome,
    failure,
    put,
    move: (dx, dy) => change((box) => moveBox(box, dx, dy, scan)),
    resize(grip, dx, dy) {
      const along = { x: dx === 0 ? 0 : grip, y: dy === 0 ? 0 : grip } as const;
      change((box) => resizeBox(box, along, dx, dy, scan));
    },
    read,
    cancel,
    replace() {
      const done = outcome.peek();
      // Anew: the text may have been changed since it was read.
      if (done) apply(replaceLines(store.lines(), pairLines(linesIn(store.lines(), done.region), done.read)));
    },
    insert() {
      const done = outcome.peek();
      if (!done) return;
      const standing = linesIn(store.lines(), done.region).at(-1)?.key;
      const after = standing ?? lineBefore(store.lines(), done.region, store.current.peek());
      apply(insertLines(store.lines(), done.read, after));
    },
    discard() {
      outcome.value = null;
    },
    close() {
      cancel();
      for (const reader of Object.values(readers)) reader.close();
    },
  };
}
