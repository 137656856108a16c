/** Keys while boxes are edited. Letters by their place on the keyboard, since the layout may be Kazakh or Arabic. */
import type { BoxActions } from './box-actions.ts';

const CUT_STEP = 0.02;

/** The direction of each arrow key, x and y. */
export const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Key = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export interface KeyContext {
  actions: BoxActions;
  /** How far an arrow moves, in pixels of the scan. */
  step: number;
  toText: () => void;
  close: () => void;
}

/** Answers whether the key was one of them. */
export function onBoxKey(event: Key, { actions, step, toText, close }: KeyContext): boolean {
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[event.key];
  if (arrow) return onArrow(event, arrow, actions, step);
  if (event.altKey) return false;
  if (control) {
    if (event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey)) actions.redo();
    else if (event.code === 'KeyZ') actions.undo();
    else return false;
    return true;
  }
  switch (event.key) {
    case 'Enter':
      if (actions.cut.peek() === null) toText();
      else actions.cutAt(actions.cut.peek()!);
      return true;
    case 'Escape':
      if (actions.cut.peek() !== null) actions.cut.value = null;
      else if (actions.drawing.peek()) actions.drawing.value = false;
      else close();
      return true;
    case 'PageUp':
    case 'PageDown':
      actions.choose(event.key === 'PageUp' ? -1 : 1);
      return true;
    case 'Insert':
      actions.add();
      return true;
    case 'Delete':
      if (event.shiftKey) actions.removeLine();
      else actions.removeBox();
      return true;
    default:
      return onLetter(event.code, actions);
  }
}

function onArrow(event: Key, [x, y]: readonly [number, number], actions: BoxActions, step: number): boolean {
  if (event.altKey) {
    if (y === 0 || event.shiftKey) return false;
    actions.reorder(y < 0 ? -1 : 1);
  } else if (actions.cut.peek() !== null) actions.moveCut(x * CUT_STEP);
  else if (event.shiftKey) actions.resize(event.ctrlKey || event.metaKey ? -1 : 1, x * step, y * step);
  // With Ctrl by single pixels.
  else if (event.ctrlKey || event.metaKey) actions.move(x, y);
  else actions.move(x * step, y * step);
  return true;
}

function onLetter(code: string, actions: BoxActions): boolean {
  switch (code) {
    case 'KeyD':
      actions.drawing.value = !actions.drawing.peek();
      return true;
    case 'KeyA':
      actions.add();
      return true;
    case 'KeyS':
      actions.startCut();
      return true;
    case 'KeyJ':
      actions.join();
      return true;
    default:
      return false;
  }
}
