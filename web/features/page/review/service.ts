/** What reviewing asks of the service. All may throw ApiProblem. */
import type { Reservation } from '../../../../worker/shapes/reservations.ts';
import type { Revision, RevisionReview } from '../../../../worker/shapes/transcriptions.ts';
import { newKey, post, put, remove } from '../../../api/client.ts';

export async function reviewRevision(id: string, body: RevisionReview): Promise<void> {
  await post<Revision>(`/revisions/${id}/review`, body, { idempotencyKey: newKey() });
}

/** Answers the revision that waits again. */
export async function takeBackReview(id: string): Promise<Revision> {
  return (await remove<Revision>(`/revisions/${id}/review`, { idempotencyKey: newKey() })).data;
}

/** Tells others that one reviews this page; answers who does. */
export async function reserveReview(page: string): Promise<Reservation> {
  return (await put<Reservation>(`/pages/${page}/reservation`, { kind: 'review' })).data;
}
