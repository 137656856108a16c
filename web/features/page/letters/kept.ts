/** Small choices of this device. Where the browser keeps nothing, they last as long as the page. */
export function readKept(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

export function writeKept(place: string, value: string): void {
  try {
    localStorage.setItem(place, value);
  } catch {
    // Full or forbidden: asked again at the next visit.
  }
}
