/** Text for comparison: NFC, white space collapsed. */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Character error rate: edits (insert, delete, replace) per character of the reference. */
export function characterErrorRate(reference: string, read: string): number {
  const wanted = Array.from(comparable(reference));
  return editDistance(wanted, Array.from(comparable(read))) / Math.max(1, wanted.length);
}

function editDistance(a: string[], b: string[]): number {
  let row = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  let next = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    next[0] = i + 1;
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] as number) + (a[i] === b[j] ? 0 : 1);
      next[j + 1] = Math.min(replaced, (row[j + 1] as number) + 1, (next[j] as number) + 1);
    }
    [row, next] = [next, row];
  }
  return row[b.length] as number;
}
