/** Arrow keys among buttons that wrap into rows: one of them is the Tab stop, the others are reached from it. */

/** True when the focus went on; by what is seen, so that ← goes to the left in either direction of writing. */
export function moveAmongKeys(event: KeyboardEvent, group: HTMLElement): boolean {
  const keys = [...group.querySelectorAll('button')];
  const from = keys.findIndex((key) => key === document.activeElement);
  const to =
    from === -1 ? undefined : target(event.key, keys, from, getComputedStyle(group).direction === 'rtl');
  if (to === undefined) return false;
  keys[from]!.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
  return true;
}

function target(
  pressed: string,
  keys: HTMLButtonElement[],
  from: number,
  rightToLeft: boolean,
): HTMLButtonElement | undefined {
  switch (pressed) {
    case 'ArrowLeft':
      return keys[from + (rightToLeft ? 1 : -1)];
    case 'ArrowRight':
      return keys[from + (rightToLeft ? -1 : 1)];
    case 'ArrowUp':
      return nearest(keys, from, -1);
    case 'ArrowDown':
      return nearest(keys, from, 1);
    case 'Home':
      return keys[0];
    case 'End':
      return keys.at(-1);
    default:
      return undefined;
  }
}

/** The key of the next row above or below that stands nearest. */
function nearest(keys: HTMLButtonElement[], from: number, by: -1 | 1): HTMLButtonElement | undefined {
  const here = keys[from]!.getBoundingClientRect();
  const boxes = keys.map((key) => ({ key, box: key.getBoundingClientRect() }));
  const beyond = boxes.filter(({ box }) => (box.top - here.top) * by > here.height / 2);
  const row = Math.min(...beyond.map(({ box }) => Math.abs(box.top - here.top)));
  return beyond
    .filter(({ box }) => Math.abs(box.top - here.top) < row + here.height / 2)
    .toSorted((a, b) => Math.abs(a.box.left - here.left) - Math.abs(b.box.left - here.left))[0]?.key;
}
