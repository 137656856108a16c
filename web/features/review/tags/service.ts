/** What the queue of tags asks of the service, and whose decisions are on their way. */
import type { TagGroup, TagReviewResult } from '../../../../worker/shapes/tags.ts';
import { newKey, post } from '../../../api/client.ts';
import { createDecisions, type Decisions, type DecisionService } from './decisions.ts';

export type Grouping = TagGroup['by'];

const service: DecisionService = {
  newKey,
  async review(decisions, idempotencyKey) {
    const { data } = await post<{ items: TagReviewResult[] }>(
      '/tags/review',
      { decisions },
      { idempotencyKey },
    );
    return data.items;
  },
  async undo(tags, idempotencyKey) {
    const { data } = await post<{ items: TagReviewResult[] }>(
      '/tags/review/undo',
      { tags },
      { idempotencyKey },
    );
    return data.items;
  },
};

let open: { user: string; decisions: Decisions } | null = null;

/** The decisions of this person; they outlive the view, so that nothing unsent is lost by leaving it. */
export function decisionsOf(user: string): Decisions {
  if (open?.user !== user) {
    const decisions = createDecisions(service);
    open = { user, decisions };
    addEventListener('beforeunload', (event) => {
      if (decisions.count.peek().unsent > 0 && open?.decisions === decisions) event.preventDefault();
    });
  }
  return open.decisions;
}

/** Where the waiting tags of a group are read. */
export function tagsOfGroup({ by, key, kind }: TagGroup, status: 'proposed' | 'detached'): string {
  const filter = by === 'entity' && kind === 'stage' ? 'stage' : by;
  return `/tags?${new URLSearchParams({ status, [filter]: key, sort: 'page', limit: '200' }).toString()}`;
}
