/**
 * Lines in groups. The browser lays out and paints a list of hundreds of lines in parts: a key press concerns the
 * line's group and the row of groups, and groups out of sight are skipped. A line stays in its group while others
 * come and go, so that its element, with caret and selection, stays too.
 */

export interface LineGroup {
  readonly id: number;
  /** In reading order. */
  readonly keys: readonly string[];
}

/** Lines of a new group; some more than are in sight at once. */
export const GROUP_SIZE = 10;
const MOST = 2 * GROUP_SIZE;

/** Groups of these keys, each in the group where it was in `before`, as far as the order allows. */
export function groupLines(before: readonly LineGroup[], keys: readonly string[]): readonly LineGroup[] {
  const homes = new Map(before.flatMap((group, at) => group.keys.map((key) => [key, at] as const)));
  let fresh = before.reduce((most, { id }) => Math.max(most, id + 1), 0);
  const groups: { id: number; keys: string[] }[] = [];
  let home = -1;
  keys.forEach((key, index) => {
    const own = homes.get(key);
    // A single line from a later group was moved here; with its neighbour behind it, that group begins.
    const begins =
      own !== undefined && own > home && (home === -1 || (homes.get(keys[index + 1] ?? key) ?? own) >= own);
    const last = groups.at(-1);
    if (begins) {
      home = own;
      groups.push({ id: before[own]!.id, keys: [key] });
    } else if (!last || last.keys.length >= (own === undefined ? GROUP_SIZE : MOST)) {
      groups.push({ id: fresh++, keys: [key] });
    } else {
      last.keys.push(key);
    }
  });
  const same = new Map(before.map((group) => [group.id, group]));
  return groups.map((group) => {
    const old = same.get(group.id);
    return old && sameKeys(old.keys, group.keys) ? old : group;
  });
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
