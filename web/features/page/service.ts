/** What the page view asks of the service. */
import type { Revision, RevisionSummary, Transcription } from '../../../worker/shapes/transcriptions.ts';
import { type Answer, ApiProblem, get, KEPT_AT, post, put } from '../../api/client.ts';
import type { DeskService, Versioned } from './desk.ts';

export const deskService: DeskService = {
  async transcription(page) {
    const answer = await get<Transcription>(`/pages/${page}/transcription`);
    // What is asked is what stands there now, and what this device had kept does not say that.
    if (answer.headers.has(KEPT_AT)) throw new ApiProblem('offline', 0, 'No connection');
    return versioned(answer);
  },
  revision: async (id) => (await get<Revision>(`/revisions/${id}`)).data,
  save: async (page, body, etag) =>
    versioned(await put<Revision>(`/pages/${page}/transcription`, body, { ifMatch: etag })),
};

export async function restoreRevision(id: string, etag: string): Promise<Versioned<Revision>> {
  return versioned(await post<Revision>(`/revisions/${id}/restore`, undefined, { ifMatch: etag }));
}

/** The history of a page, newest first: one part of the list. */
export async function listRevisions(page: string, limit: number): Promise<RevisionSummary[]> {
  return (await get<{ items: RevisionSummary[] }>(`/pages/${page}/revisions`, { query: { limit } })).data
    .items;
}

function versioned<T>({ data, etag }: Answer<T>): Versioned<T> {
  // A save without an ETag is refused with 428, which says so; an empty one is therefore not hidden.
  return { data, etag: etag ?? '' };
}
