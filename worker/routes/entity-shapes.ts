/** Entities as the API shows them. */
import type { FullEntity, listMentions } from '../db/entities.ts';
import type { FoundEntity } from '../db/look-up.ts';
import { findDateConflicts } from '../domain/claims/conflicts.ts';
import { tellingLinks } from '../domain/lookup/distinguish.ts';
import { scriptOf } from '../domain/text/script.ts';
import type {
  Claim,
  ConflictingClaim,
  Entity,
  EntityState,
  EntitySummary,
  Mention,
} from '../shapes/entities.ts';
import { isoTime, present } from './support.ts';

type EntityRow = FullEntity['entity'];
type ClaimRow = FullEntity['claims'][number];

/** An entity with everything that is shown of it. */
export function toEntity(found: FullEntity): Entity {
  const { entity, survivorLabel } = found;
  const ofOther = (owner: string) => (owner === entity.id ? {} : { of: owner });
  const conflicts = conflictsOf(found);
  return {
    ...headOf(entity),
    mentionCount: found.mentionCount,
    nameForms: found.names.map((row) => ({ ...toNameForm(row), ...ofOther(row.entityId) })),
    relations: found.relations.map((row) => ({
      ...toRelation(row),
      object: row.object,
      ...ofOther(row.subjectId),
    })),
    claims: found.claims.map((row) => ({
      ...toClaim(row, found),
      conflicts: conflicts.get(row.id) ?? [],
      ...ofOther(row.entityId),
    })),
    incoming: found.incoming.map(
      ({ id, predicate, subject, subjectLabel, subjectKind, from, to, source }) => ({
        id,
        predicate,
        subject,
        subjectLabel,
        subjectKind,
        ...present({ from, to, source }),
      }),
    ),
    ...(entity.mergedInto === null
      ? {}
      : { mergedInto: { id: entity.mergedInto, label: survivorLabel ?? {} } }),
    merged: found.merged.map(({ id, label, at, by, note }) => ({
      id,
      label,
      at: isoTime(at),
      ...present({ by, note }),
    })),
  };
}

/** An entity as its history keeps it: what is its own, with links as they are stored. */
export function toEntityState(found: FullEntity): EntityState {
  const isOwn = (owner: string) => owner === found.entity.id;
  return {
    ...headOf(found.entity),
    nameForms: found.names.filter((row) => isOwn(row.entityId)).map(toNameForm),
    relations: found.relations.filter((row) => isOwn(row.subjectId)).map(toRelation),
    claims: found.claims.filter((row) => isOwn(row.entityId)).map((row) => toClaim(row, found)),
  };
}

function headOf(row: EntityRow) {
  const { id, kind, label, note, doubt, dates, authorityIds, citations, version } = row;
  return {
    id,
    url: `/api/v1/entities/${id}`,
    kind,
    label,
    ...present({ note, doubt, dates, authorityIds, citations }),
    version,
    createdAt: isoTime(row.createdAt),
    updatedAt: isoTime(row.updatedAt),
  };
}

function toNameForm({ id, text, language, kind, source, note }: FullEntity['names'][number]) {
  return { id, text, language, kind, ...present({ source, note }) };
}

function toRelation(row: FullEntity['relations'][number]) {
  const { id, predicate, objectId, objectLabel, objectKind, from, to, source } = row;
  return { id, predicate, object: objectId, objectLabel, objectKind, ...present({ from, to, source }) };
}

function toClaim({ id, property, date, value, source, note }: ClaimRow, { stated }: FullEntity): Claim {
  const contradicts = stated.filter((pair) => pair.claimId === id).map((pair) => pair.id);
  return {
    id,
    property,
    source,
    ...present({ date, value, note }),
    ...(contradicts.length > 0 ? { contradicts: contradicts.sort() } : {}),
  };
}

/** A claim on the other side of a conflict. */
function showOther(
  claim: Pick<
    FullEntity['stated'][number],
    'id' | 'entity' | 'entityLabel' | 'property' | 'date' | 'value' | 'source'
  >,
): Omit<ConflictingClaim, 'reason'> {
  const { id, entity, entityLabel, property, source, date, value } = claim;
  return { claim: id, entity, entityLabel, property, source, ...present({ date, value }) };
}

/** By the id of a claim, those that it cannot hold beside: by their days, or because somebody says so. */
function conflictsOf({ entity, claims, stated }: FullEntity): Map<string, ConflictingClaim[]> {
  const own = new Map(claims.map((row) => [row.id, row]));
  const showOwn = (row: ClaimRow) => showOther({ ...row, entity: entity.id, entityLabel: entity.label });
  const byDates = findDateConflicts(claims.map((row) => ({ ...row, calendar: row.date?.calendar })));
  return new Map(
    claims.map(({ id }) => {
      const found = new Map<string, ConflictingClaim>();
      for (const other of byDates.get(id) ?? []) found.set(other.id, { ...showOwn(other), reason: 'dates' });
      for (const pair of stated.filter(({ claimId }) => claimId === id)) {
        const row = own.get(pair.id);
        found.set(pair.id, { ...(row ? showOwn(row) : showOther(pair)), reason: 'stated' });
      }
      return [id, [...found.values()].sort((a, b) => (a.claim < b.claim ? -1 : 1))];
    }),
  );
}

/** An entity in a list. */
export function toSummary(row: Pick<FullEntity, 'entity' | 'mentionCount'>): EntitySummary {
  const { id, url, kind, label, note, doubt, dates } = headOf(row.entity);
  return { id, url, kind, label, ...present({ note, doubt, dates }), mentionCount: row.mentionCount };
}

const TELLING_LINKS = 3;
const OTHER_NAMES = 3;

/**
 * An entity that a query found, with what tells it from others.
 * @param found all of the answer: what they have in common tells none of them apart
 */
export function toFound(row: FoundEntity, query: string, found: readonly FoundEntity[]): EntitySummary {
  const script = scriptOf(query);
  const { matched } = row;
  const otherNames = row.names
    .filter(({ text }) => scriptOf(text) === script && text !== matched?.text)
    .map(({ text, language }) => ({ text, language }));
  const links = tellingLinks(
    row.links,
    found.flatMap((other) => other.links),
    TELLING_LINKS,
  );
  return {
    ...toSummary(row),
    ...(matched ? { matched: matched.text, matchedLanguage: matched.language } : {}),
    matchedRule: row.rule,
    distinction: {
      relations: links.map(({ predicate, object, objectLabel }) => ({ predicate, object, objectLabel })),
      otherNames: uniqueBy(otherNames, ({ text }) => text).slice(0, OTHER_NAMES),
    },
  };
}

function uniqueBy<T>(entries: readonly T[], keyOf: (entry: T) => string): T[] {
  return [...new Map(entries.toReversed().map((entry) => [keyOf(entry), entry])).values()].toReversed();
}

export function toMention(row: Awaited<ReturnType<typeof listMentions>>[number]): Mention {
  return {
    tag: row.tagId,
    page: row.pageId,
    pageLabel: row.pageLabel ?? String(row.sequence),
    issue: row.issueId,
    issueNumber: row.issueNumber,
    publication: row.publicationId,
    publicationTitle: row.publicationTitle,
    date: row.date,
    language: row.language,
    target: row.target,
    ...(row.prefix === null ? {} : { context: { prefix: row.prefix, suffix: row.suffix ?? '' } }),
  };
}
