/** What became of a revision, as its author sees it. */
import { type RevisionTimes, reviewStateOf } from './review.ts';

type ContributionState = 'draft' | 'waiting' | 'returned' | 'accepted' | 'superseded';

/** @param revision `current` where no newer one stands on its page */
export function contributionStateOf(revision: RevisionTimes & { current: boolean }): ContributionState {
  if (revision.acceptedAt != null) return 'accepted';
  const state = reviewStateOf(revision);
  if (state === 'decided') return 'returned';
  return state === 'unsubmitted' ? 'draft' : state;
}
