/** Elements of lines by their keys. */
import { onceDrawn } from '../../../ui/once-drawn.ts';

/** The field (or, for readers, the text) of a line; null while it is not drawn. */
export function lineElement(key: string): HTMLElement | null {
  return document.getElementById(`line-${key}`);
}

/** Preact draws in a microtask, of which a line within a group may take a second one. */
const MICROTASKS = 2;
/** What is drawn while nothing else is to be done comes a few frames later. */
const FRAMES = 5;

/**
 * Calls `act` with the element of a line. One that was just made is drawn before the next key, and what is typed then
 * belongs to it: a frame would be late.
 */
export function withLine(key: string, act: (element: HTMLElement) => void, tries = 0): void {
  const element = lineElement(key);
  const again = () => withLine(key, act, tries + 1);
  if (element) act(element);
  else if (tries < MICROTASKS) onceDrawn(again);
  else if (tries < MICROTASKS + FRAMES) requestAnimationFrame(again);
}
