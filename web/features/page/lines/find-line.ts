/** Elements of lines by their keys. */

/** The field (or, for readers, the text) of a line; null while it is not drawn. */
export function lineElement(key: string): HTMLElement | null {
  return document.getElementById(`line-${key}`);
}

/** Calls `act` with the element of a line. A line that was just made or taken in hand is drawn a moment later. */
export function withLine(key: string, act: (element: HTMLElement) => void, tries = 5): void {
  const element = lineElement(key);
  if (element) act(element);
  else if (tries > 0) requestAnimationFrame(() => withLine(key, act, tries - 1));
}
