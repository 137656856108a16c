/** Which versions a text can be compared with, and which of them are compared unless somebody chooses. */
import type { RevisionSummary } from '../../../../worker/shapes/transcriptions.ts';

export type VersionKind = 'accepted' | 'ocr' | 'parent' | 'person';

export interface Version {
  kind: VersionKind;
  revision: RevisionSummary;
}

/**
 * The text accepted before, the machine's reading, the version before, and the newest version of each other person;
 * each version once, under the first of these.
 * @param history of the page, newest first
 */
export function versionsToCompare(
  history: readonly RevisionSummary[],
  { number, author }: { number: number; author?: { id: string } | undefined },
): Version[] {
  const earlier = history.filter((each) => each.number < number);
  const people = new Set([author?.id]);
  const ofPeople = earlier.filter((each) => {
    if (!each.author || people.has(each.author.id)) return false;
    people.add(each.author.id);
    return true;
  });
  const found: [VersionKind, RevisionSummary | undefined][] = [
    ['accepted', earlier.find((each) => each.acceptedAt !== undefined)],
    ['ocr', earlier.find((each) => each.origin === 'ocr')],
    ...ofPeople.map((revision): [VersionKind, RevisionSummary] => ['person', revision]),
    ['parent', earlier[0]],
  ];
  const seen = new Set<string>();
  return found.flatMap(([kind, revision]) => {
    if (!revision || seen.has(revision.id)) return [];
    seen.add(revision.id);
    return [{ kind, revision }];
  });
}

/** What is compared at first: what stood before, and beside it what another person wrote. */
export function firstChoice(versions: readonly Version[]): { before: string | null; third: string | null } {
  const before = versions[0];
  const third = versions.find((each) => each.kind === 'person' && each !== before);
  return { before: before?.revision.id ?? null, third: third?.revision.id ?? null };
}
