/** Tags as the API shows them. */
import type { TagRow } from '../db/tags.ts';
import type { Tag } from '../shapes/tags.ts';
import { isoTime, present } from './support.ts';

export function toTag(row: TagRow): Tag {
  const { tag } = row;
  return {
    id: tag.id,
    url: `/api/v1/tags/${tag.id}`,
    page: tag.pageId,
    revision: tag.revisionId,
    target: tag.target,
    body: tag.entityId === null ? { stage: tag.stageId ?? '' } : { entity: tag.entityId },
    bodyLabel: row.entityLabel ?? row.stageLabel ?? {},
    bodyKind: row.entityKind ?? 'stage',
    state: tag.state,
    ...(tag.authorId === null ? {} : { author: { id: tag.authorId, name: row.authorName ?? '' } }),
    origin: tag.origin,
    ...present({ reason: tag.reason }),
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
