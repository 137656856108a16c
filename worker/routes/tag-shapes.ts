/** Tags as the API shows them. */
import type { TagRow } from '../db/tags.ts';
import type { HistoricalDate, TextByLanguage } from '../shapes/common.ts';
import type { Tag, TagPlace } from '../shapes/tags.ts';
import { isoTime, present } from './support.ts';

export interface PlaceRow {
  pageLabel: string | null;
  sequence: number;
  width: number;
  height: number;
  issueId: string;
  issueNumber: string;
  date: HistoricalDate;
  language: string;
  publicationId: string;
  publicationTitle: TextByLanguage;
}

export function toTag(row: TagRow): Tag {
  const { tag } = row;
  const alternatives = toAlternatives(row.otherMeanings);
  return {
    id: tag.id,
    url: `/api/v1/tags/${tag.id}`,
    page: tag.pageId,
    revision: tag.revisionId,
    target: tag.target,
    body: tag.entityId === null ? { stage: tag.stageId ?? '' } : { entity: row.entityId ?? tag.entityId },
    bodyLabel: row.entityLabel ?? row.stageLabel ?? {},
    bodyKind: row.entityKind ?? 'stage',
    state: tag.state,
    ...(tag.authorId === null ? {} : { author: { id: tag.authorId, name: row.authorName ?? '' } }),
    origin: tag.origin,
    ...present({ reason: tag.reason, rule: tag.rule, confidence: tag.confidence }),
    ...(alternatives.length > 0 ? { alternatives } : {}),
    ...(tag.placedBy === null ? {} : { placedBy: { id: tag.placedBy, name: row.placerName ?? '' } }),
    place: { ...toPlace(row), line: JSON.parse(row.line ?? 'null') as TagPlace['line'] },
    ...(tag.prefix === null ? {} : { context: { prefix: tag.prefix, suffix: tag.suffix ?? '' } }),
    ...(tag.decision !== null && tag.reviewedAt !== null
      ? {
          review: {
            decision: tag.decision,
            ...present({ note: tag.reviewNote }),
            reviewer: row.reviewerName ?? '',
            at: isoTime(tag.reviewedAt),
          },
        }
      : {}),
    createdAt: isoTime(tag.createdAt),
  };
}

/** Where a page is: all of a tag's place but its line. */
export function toPlace(row: PlaceRow): Omit<TagPlace, 'line'> {
  return {
    pageLabel: row.pageLabel ?? String(row.sequence),
    issue: row.issueId,
    issueNumber: row.issueNumber,
    publication: row.publicationId,
    publicationTitle: row.publicationTitle,
    date: row.date,
    language: row.language,
    width: row.width,
    height: row.height,
  };
}

/** Two of them may have been merged into one since. */
function toAlternatives(stored: string): NonNullable<Tag['alternatives']> {
  const found = JSON.parse(stored) as NonNullable<Tag['alternatives']>;
  return [...new Map(found.map((one) => [one.id, one])).values()];
}
