/** Which stretches of a line are marked: tags by their state, and words that a search found. */
import type { Tag } from '../../../worker/shapes/tags.ts';

export interface Stretch {
  start: number;
  end: number;
  /**
   * `found`, or the state of a tag; `suggested` is a proposal of the gazetteer that nobody has looked at. Then the
   * diplomatic marks; `stranger` is a letter that only looks right, `alone` a mark's sign without its partner; `doubtful` a word that the machine was unsure of.
   */
  as:
    | 'found'
    | 'suggested'
    | Tag['state']
    | ('unclear' | 'gap' | 'deleted' | 'added')
    | ('stranger' | 'alone')
    | 'doubtful';
}

export interface Segment {
  text: string;
  as: Stretch['as'][];
}

/** Cuts a line at the edges of its stretches. @example cutAt('Алаш Орда', [{start: 0, end: 4, as: 'found'}]) */
export function cutAt(text: string, stretches: readonly Stretch[]): Segment[] {
  if (stretches.length === 0) return text === '' ? [] : [{ text, as: [] }];
  const edges = new Set([0, text.length]);
  for (const { start, end } of stretches) edges.add(start).add(end);
  const points = [...edges].filter((edge) => edge <= text.length).toSorted((a, b) => a - b);
  return points.slice(1).map((end, index) => {
    const start = points[index]!;
    const as = stretches.filter((each) => each.start <= start && each.end >= end).map((each) => each.as);
    return { text: text.slice(start, end), as: [...new Set(as)] };
  });
}

/**
 * Where the tags of a line stand in its text as it is now. A tag whose words were changed since the save is
 * found again only if they stand exactly once; the service has the last word at the save.
 */
export function tagStretches(text: string, tags: readonly Tag[]): Stretch[] {
  return tags.flatMap((tag): Stretch[] => {
    const { target, state } = tag;
    if (target.type !== 'span' || state === 'rejected') return [];
    const as = isSuggestion(tag) ? 'suggested' : state;
    if (text.slice(target.start, target.end) === target.quote)
      return [{ start: target.start, end: target.end, as }];
    const at = text.indexOf(target.quote);
    if (at === -1 || text.indexOf(target.quote, at + 1) !== -1) return [];
    return [{ start: at, end: at + target.quote.length, as }];
  });
}

/** Whether only the gazetteer says so yet. */
export function isSuggestion({ origin, state }: Pick<Tag, 'origin' | 'state'>): boolean {
  return origin === 'gazetteer' && state === 'proposed';
}
