/** Keys while a part of the scan is chosen. Letters by their place on the keyboard. */
import { ARROWS } from '../scan/boxes/box-keys.ts';
import type { RegionWork } from './region-work.ts';

type Key = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export interface RegionKeys {
  work: Pick<RegionWork, 'move' | 'resize' | 'drawing' | 'progress' | 'cancel'>;
  /** How far an arrow moves, in pixels of the scan. */
  step: number;
  read: () => void;
  close: () => void;
}

/** Answers whether the key was one of them. */
export function onRegionKey(event: Key, { work, step, read, close }: RegionKeys): boolean {
  if (event.altKey) return false;
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[event.key];
  if (arrow) {
    const [x, y] = arrow;
    if (event.shiftKey) work.resize(control ? -1 : 1, x * step, y * step);
    // With Ctrl by single pixels.
    else work.move(control ? x : x * step, control ? y : y * step);
    return true;
  }
  if (control) return false;
  if (event.key === 'Enter') read();
  else if (event.key === 'Escape') {
    if (work.progress.peek()) work.cancel();
    else close();
  } else if (event.code === 'KeyD') work.drawing.value = !work.drawing.peek();
  else return false;
  return true;
}
