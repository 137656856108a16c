/** Moving through the queue by keys. Items mark themselves by `data-queue-item`, their buttons by `data-key`. */

/** Handles one key press; keys typed into fields and with modifiers belong to somebody else. */
export function handleQueueKey(event: KeyboardEvent, queue: HTMLElement): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, dialog')) return;

  const items = [...queue.querySelectorAll<HTMLElement>('[data-queue-item]')];
  const here = items.findIndex((item) => item.contains(document.activeElement));
  // The letter of the key cap, so that it works while a Kazakh or Russian layout is on.
  const letter = event.code.replace(/^Key/, '').toLowerCase();
  if (letter === 'j' || letter === 'k') {
    const next = items[Math.min(items.length - 1, Math.max(0, letter === 'j' ? here + 1 : here - 1))];
    next?.focus();
    event.preventDefault();
    return;
  }
  const item = items[here];
  if (!item) return;
  const key = event.key === 'Enter' && target === item ? 'enter' : letter;
  const control = item.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (!control || control.getAttribute('aria-disabled') === 'true') return;
  event.preventDefault();
  control.click();
}

/** Before an item goes away the focus moves to its neighbour, so that the keyboard never loses its place. */
export function focusNeighbour(item: HTMLElement | null): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-queue-item]')];
  const index = items.findIndex((one) => one === item);
  if (index < 0 || !item?.contains(document.activeElement)) return;
  const neighbour = items[index + 1] ?? items[index - 1];
  if (neighbour) neighbour.focus();
  else document.querySelector<HTMLElement>('h1')?.focus();
}
