/** Who may decide on which tag, what becomes of it, and how a decision is taken back. */

export type TagState = 'proposed' | 'approved' | 'rejected' | 'detached';
export type TagDecision = 'approve' | 'reject';

export interface DecidableTag {
  state: TagState;
  decision: TagDecision | null;
  /** Null for the gazetteer's. */
  authorId: string | null;
  /** Who put it back on the text after its words were gone. */
  placedBy: string | null;
}

/** The names are those of the API's problem types. */
export type TagRefusal = 'own-work' | 'already-decided' | 'text-changed';

/**
 * What a decision makes of a tag. Who proposed it or put it where it stands does not decide on it. A tag whose
 * words are gone is not approved, and can be rejected even where it had been approved before.
 */
export function decideTag(
  tag: DecidableTag,
  reviewerId: string,
  decision: TagDecision,
): { state: 'approved' | 'rejected' } | { refused: TagRefusal } {
  if (tag.authorId === reviewerId || tag.placedBy === reviewerId) return { refused: 'own-work' };
  const waits = tag.state === 'proposed' || tag.state === 'detached';
  if (!waits) return { refused: 'already-decided' };
  if (decision === 'reject') return { state: 'rejected' };
  return tag.state === 'detached' ? { refused: 'text-changed' } : { state: 'approved' };
}

export interface DecidedTag extends DecidableTag {
  reviewerId: string | null;
  /** Whether what it points at is in the current text: false for a span whose words went while it was rejected. */
  isInText: boolean;
}

/** What a tag is again when its decision is taken back: by who took it, or by an admin. */
export function undoDecision(
  tag: DecidedTag,
  user: { id: string; role: 'volunteer' | 'reviewer' | 'admin' },
): { state: 'proposed' | 'detached' } | { refused: 'not-found' | 'not-allowed' } {
  if (tag.decision === null) return { refused: 'not-found' };
  if (tag.reviewerId !== user.id && user.role !== 'admin') return { refused: 'not-allowed' };
  return { state: tag.state !== 'detached' && tag.isInText ? 'proposed' : 'detached' };
}
