/** Who may decide about whose work, and how far a page's text has come. */

type Role = 'volunteer' | 'reviewer' | 'admin';

/**
 * How far a piece of work (a revision, a tag) is on its way through review. `superseded`: a newer revision
 * took its place before anyone decided.
 */
export type ReviewState = 'unsubmitted' | 'waiting' | 'decided' | 'superseded';

/** The names are those of the API's problem types. */
export type ReviewRefusal = 'not-allowed' | 'own-work' | 'not-submitted' | 'already-decided' | 'superseded';

export interface ReviewAttempt {
  /** Null for what no person made: OCR text, the gazetteer's suggestions. */
  authorId: string | null;
  reviewerId: string;
  role: Role | null;
  state: ReviewState;
}

const REFUSED_STATES: Record<ReviewState, ReviewRefusal | null> = {
  waiting: null,
  unsubmitted: 'not-submitted',
  decided: 'already-decided',
  superseded: 'superseded',
};

/**
 * Whether this person may decide about this piece of work. Reviewers and admins may, and nobody, whatever
 * their role, about what they made themselves. The person is looked at before the work, so that who may not
 * review at all learns nothing about it.
 */
export function mayReview({
  authorId,
  reviewerId,
  role,
  state,
}: ReviewAttempt): { allowed: true } | { allowed: false; reason: ReviewRefusal } {
  if (role !== 'reviewer' && role !== 'admin') return { allowed: false, reason: 'not-allowed' };
  if (authorId === reviewerId) return { allowed: false, reason: 'own-work' };
  const reason = REFUSED_STATES[state];
  return reason === null ? { allowed: true } : { allowed: false, reason };
}

/** Where a revision comes from; all but `ocr` is a person's doing. */
type RevisionOrigin = 'ocr' | 'volunteer' | 'review' | 'import' | 'restore';

/** Times in any form that is null or absent when it has not happened. */
export interface RevisionTimes {
  submittedAt?: unknown;
  acceptedAt?: unknown;
  returnedAt?: unknown;
}

export function reviewStateOf(revision: RevisionTimes & { current: boolean }): ReviewState {
  if (revision.acceptedAt != null || revision.returnedAt != null) return 'decided';
  if (!revision.current) return 'superseded';
  return revision.submittedAt == null ? 'unsubmitted' : 'waiting';
}

export type PageStatus = 'queued' | 'reading' | 'failed' | 'read' | 'draft' | 'submitted' | 'accepted';

export interface PageProgress {
  /** The current revision; null while there is no text. */
  current: (RevisionTimes & { origin: RevisionOrigin }) | null;
  /** The state of the latest OCR job; null when none was ever queued. */
  job: 'queued' | 'running' | 'done' | 'failed' | null;
}

/** What the current revision makes of a page. A returned revision is a draft again. */
function statusOf(revision: RevisionTimes & { origin: RevisionOrigin }): PageStatus {
  if (revision.acceptedAt != null) return 'accepted';
  if (revision.submittedAt != null && revision.returnedAt == null) return 'submitted';
  return revision.origin === 'ocr' ? 'read' : 'draft';
}

/**
 * The one word for a page. Once there is text, the text decides, also while OCR runs again: a page that
 * someone works on does not fall back to `queued`.
 */
export function pageStatusOf({ current, job }: PageProgress): PageStatus {
  if (current) return statusOf(current);
  if (job === 'running') return 'reading';
  // A job that is done without leaving text has read nothing; the page waits for a person.
  return job === 'failed' || job === 'done' ? 'failed' : 'queued';
}

export type Layer = 'none' | 'ocr' | 'transcribed' | 'reviewed';

export interface PageText {
  hasAcceptedRevision: boolean;
  /** Of the current revision; null while there is none. */
  currentOrigin: RevisionOrigin | null;
  /** Whether the current revision has any text. */
  hasText: boolean;
}

/**
 * The best text that a page has: `reviewed` from the first accepted revision on, also while a newer draft
 * waits; else that of the current revision, `transcribed` when a person made it.
 */
export function layerOf({ hasAcceptedRevision, currentOrigin, hasText }: PageText): Layer {
  if (hasAcceptedRevision) return 'reviewed';
  if (currentOrigin === null || !hasText) return 'none';
  return currentOrigin === 'ocr' ? 'ocr' : 'transcribed';
}
