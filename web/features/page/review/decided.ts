/** Whether a text was decided by somebody, so that they may take it back. */
import type { Transcription } from '../../../../worker/shapes/transcriptions.ts';

/** As the service has it. */
const DAY = 86_400_000;

export interface OwnDecision {
  /** The revision that was decided. */
  revision: string;
  decision: 'accept' | 'return';
  at: string;
}

/** The decision of this person that the current text rests on, while it can be taken back; else null. */
export function ownDecision(text: Transcription, user: string | undefined, now: number): OwnDecision | null {
  if (user === undefined || text.id === null) return null;
  const found = decisionIn(text, user);
  return found && now - Date.parse(found.at) < DAY ? found : null;
}

function decisionIn({ id, review, origin, author, parent, acceptedAt }: Transcription, user: string) {
  if (review && review.reviewerId === user) {
    return { revision: id!, decision: review.decision, at: review.at };
  }
  // Accepted with corrections: the decision is about what they stand on.
  if (origin === 'review' && author?.id === user && parent !== null && acceptedAt !== undefined) {
    return { revision: parent, decision: 'accept' as const, at: acceptedAt };
  }
  return null;
}
