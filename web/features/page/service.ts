/** What the page view asks of the service. */
import type { Revision, RevisionSummary, Transcription } from '../../../worker/shapes/transcriptions.ts';
import { type Answer, get, KEPT_AT, post, put, urlOf } from '../../api/client.ts';
import { keepAgain } from '../../offline/keep-again.ts';
import type { DeskService, Versioned } from './desk.ts';

export const deskService: DeskService = {
  transcription: async (page) => versioned(await get<Transcription>(`/pages/${page}/transcription`)),
  revision: async (id) => (await get<Revision>(`/revisions/${id}`)).data,
  async save(page, body, etag) {
    const path = `/pages/${page}/transcription`;
    const saved = versioned(await put<Revision>(path, body, { ifMatch: etag }));
    // What this device keeps for work without a connection is what was just saved.
    keepAgain([urlOf(path), urlOf(`/pages/${page}`)]);
    return saved;
  },
};

export async function restoreRevision(id: string, etag: string): Promise<Versioned<Revision>> {
  return versioned(await post<Revision>(`/revisions/${id}/restore`, undefined, { ifMatch: etag }));
}

/** The history of a page, newest first: one part of the list. */
export async function listRevisions(page: string, limit: number): Promise<RevisionSummary[]> {
  return (await get<{ items: RevisionSummary[] }>(`/pages/${page}/revisions`, { query: { limit } })).data
    .items;
}

function versioned<T>({ data, etag, headers }: Answer<T>): Versioned<T> {
  // A save without an ETag is refused with 428, which says so; an empty one is therefore not hidden.
  return { data, etag: etag ?? '', keptAt: headers.get(KEPT_AT) };
}
