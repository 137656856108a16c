/** What tells one record from others of the same name. */

export interface Link {
  predicate: string;
  object: string;
}

/** What says most of a record, first: what somebody led or made, before what many belonged to. */
const TELLING = [
  'leader-of',
  'founded',
  'editor-of',
  'author-of',
  'became',
  'subdivision-of',
  'part-of',
  'held-in',
  'member-of',
];

/**
 * The links of a record that say most, at most `count`: those that no other record of the answer has come first,
 * then by what they say.
 * @param links of every record of the answer, this one's included
 */
export function tellingLinks<T extends Link>(own: readonly T[], links: readonly Link[], count: number): T[] {
  const shared = new Map<string, number>();
  for (const { predicate, object } of links) {
    const key = `${predicate} ${object}`;
    shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  const rank = (link: T) => {
    const place = TELLING.indexOf(link.predicate);
    const others = shared.get(`${link.predicate} ${link.object}`) ?? 0;
    return (others > 1 ? TELLING.length + 1 : 0) + (place < 0 ? TELLING.length : place);
  };
  return own
    .map((link, index) => ({ link, index, rank: rank(link) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, count)
    .map(({ link }) => link);
}
