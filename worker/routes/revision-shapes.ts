/** Revisions as the API shows them. */
import type { RevisionRow, RevisionSummaryRow } from '../db/revisions.ts';
import type { Revision, RevisionSummary, Transcription } from '../shapes/transcriptions.ts';
import { isoTime, present } from './support.ts';

type Around = Pick<RevisionRow, 'authorName' | 'review' | 'reviewerName' | 'currentRevisionId'>;

export function toRevision(row: RevisionRow): Revision {
  return { ...head(row.revision, row), lines: row.revision.lines };
}

export function toRevisionSummary(row: RevisionSummaryRow): RevisionSummary {
  return { ...head(row.revision, row), lineCount: row.lineCount };
}

/** The current revision of a page, or an empty start where there is none. */
export function toTranscription(
  pageId: string,
  pageCreatedAt: number,
  row: RevisionRow | undefined,
): Transcription {
  if (row) {
    const { url: _url, ...transcription } = toRevision(row);
    return transcription;
  }
  return {
    id: null,
    page: pageId,
    number: 0,
    parent: null,
    origin: null,
    lines: [],
    current: true,
    createdAt: isoTime(pageCreatedAt),
  };
}

/**
 * The entity tag of a page's transcription: which revision is current, and what was decided about it, so that
 * whoever asks again with If-None-Match learns of the decision.
 */
export function transcriptionTag(pageId: string, current: Pick<RevisionRow, 'revision'> | undefined): string {
  if (!current) return `"none-${pageId}"`;
  const { id, acceptedAt, returnedAt } = current.revision;
  const decision = acceptedAt === null ? (returnedAt === null ? '' : '.returned') : '.accepted';
  return `"${id}${decision}"`;
}

/** An entity tag without its weakness and its decision. */
const plain = (value: string) =>
  value
    .trim()
    .replace(/^W\//, '')
    .replace(/\.(accepted|returned)"$/, '"');

/** Whether an entity tag, weak or not, names this text: a decision about a text does not make it another. */
export function namesText(
  tag: string,
  pageId: string,
  current: Pick<RevisionRow, 'revision'> | undefined,
): boolean {
  return plain(tag) === plain(transcriptionTag(pageId, current));
}

function head(revision: RevisionSummaryRow['revision'], row: Around) {
  return {
    id: revision.id,
    url: `/api/v1/revisions/${revision.id}`,
    page: revision.pageId,
    number: revision.number,
    parent: revision.parentId,
    origin: revision.origin,
    ...(revision.authorId === null ? {} : { author: { id: revision.authorId, name: row.authorName ?? '' } }),
    ...present({ note: revision.note }),
    current: revision.id === row.currentRevisionId,
    createdAt: isoTime(revision.createdAt),
    ...times(revision),
    ...(row.review
      ? {
          review: {
            decision: row.review.decision,
            ...present({ note: row.review.note, lineNotes: row.review.lineNotes }),
            reviewer: row.reviewerName ?? '',
            reviewerId: row.review.reviewerId,
            at: isoTime(row.review.at),
          },
        }
      : {}),
  };
}

function times(revision: {
  submittedAt: number | null;
  acceptedAt: number | null;
  returnedAt: number | null;
}) {
  return {
    ...(revision.submittedAt === null ? {} : { submittedAt: isoTime(revision.submittedAt) }),
    ...(revision.acceptedAt === null ? {} : { acceptedAt: isoTime(revision.acceptedAt) }),
    ...(revision.returnedAt === null ? {} : { returnedAt: isoTime(revision.returnedAt) }),
  };
}
