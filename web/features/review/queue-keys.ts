/**
 * The keys of a queue. Items mark themselves by `data-queue-item`; which item is in hand is the one that holds
 * the focus. Letters count by their place on the keyboard, so that they work while a Kazakh or Russian layout is on.
 */
import { signal } from '@preact/signals';

export type QueueAction =
  | { do: 'next' | 'previous'; extend: boolean }
  | { do: 'decide'; decision: 'approve' | 'reject'; all: boolean }
  | { do: 'select' | 'open' | 'close' | 'note' | 'undo' | 'grouping' | 'help' };

const STORED = 'qalam.review-keys';

/** Single keys can be switched off, for those who dictate or whose keyboard does more than they mean. */
export const singleKeys = signal(stored());

export function setSingleKeys(on: boolean): void {
  singleKeys.value = on;
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off');
  } catch {
    // Storage is full or forbidden: the choice holds until the window is closed.
  }
}

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

type Press = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey'>;

/** What a key means in a queue; null for all others. `onItem`: the focus is on an item itself, not on a control in it. */
export function actionOf(press: Press, onItem: boolean): QueueAction | null {
  const { code, key, shiftKey } = press;
  if (key === '?') return { do: 'help' };
  switch (code) {
    case 'KeyJ':
      return { do: 'next', extend: shiftKey };
    case 'KeyK':
      return { do: 'previous', extend: shiftKey };
    case 'KeyA':
      return { do: 'decide', decision: 'approve', all: shiftKey };
    case 'KeyR':
      return { do: 'decide', decision: 'reject', all: shiftKey };
    case 'KeyX':
      return { do: 'select' };
    case 'KeyN':
      return { do: 'note' };
    case 'KeyU':
      return { do: 'undo' };
    case 'KeyG':
      return { do: 'grouping' };
    default:
      return onItem ? itemActionOf(press) : null;
  }
}

/** Keys that a browser uses itself everywhere else. */
function itemActionOf({ key, shiftKey }: Press): QueueAction | null {
  switch (key) {
    case 'ArrowDown':
      return { do: 'next', extend: shiftKey };
    case 'ArrowUp':
      return { do: 'previous', extend: shiftKey };
    case ' ':
      return { do: 'select' };
    case 'Enter':
    case 'ArrowRight':
      return { do: 'open' };
    case 'ArrowLeft':
      return { do: 'close' };
    default:
      return null;
  }
}

/** Runs the action of a key press; keys typed into fields and with modifiers belong to somebody else. */
export function handleQueueKey(event: KeyboardEvent, run: (action: QueueAction) => boolean): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input:not([type="checkbox"]), textarea, select, dialog')) return;
  const action = actionOf(event, target?.matches('[data-queue-item]') === true);
  if (!action) return;
  const isLetter = event.code.startsWith('Key') || action.do === 'help';
  if (isLetter && !singleKeys.peek()) return;
  if (run(action)) event.preventDefault();
}

function itemsOf(queue: HTMLElement): HTMLElement[] {
  return [...queue.querySelectorAll<HTMLElement>('[data-queue-item]')];
}

export function itemInHand(queue: HTMLElement): HTMLElement | null {
  const item = document.activeElement?.closest<HTMLElement>('[data-queue-item]') ?? null;
  return item && queue.contains(item) ? item : null;
}

/** Moves the focus to the neighbour of the item in hand, or to the first. */
export function step(queue: HTMLElement, by: 1 | -1): HTMLElement | null {
  const items = itemsOf(queue);
  const here = itemInHand(queue);
  const index = here ? items.indexOf(here) : -1;
  const to = items[Math.min(items.length - 1, Math.max(0, index + by))] ?? null;
  focusItem(to);
  return to;
}

/** To the next item that `wanted` accepts, after the one in hand; else to the last one before it. */
export function focusNext(
  queue: HTMLElement,
  from: HTMLElement,
  wanted: (item: HTMLElement) => boolean,
): void {
  const items = itemsOf(queue);
  const index = items.indexOf(from);
  const next = items.slice(index + 1).find(wanted) ?? items.slice(0, Math.max(0, index)).findLast(wanted);
  focusItem(next ?? from);
}

export function focusItem(item: HTMLElement | null): void {
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: 'nearest' });
}
