let count = 0;

/** For a row of a form: unlike any other in this window and, by the time in it, in drafts that were kept before. */
export function newRowKey(): string {
  count += 1;
  return `${Date.now().toString(36)}-${count}`;
}
