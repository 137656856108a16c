/** The tags of one page: read whole, and put in place as they are made, decided and withdrawn. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { type ApiProblem, get, post, remove, toProblem } from '../../../api/client.ts';

export interface TagShelf {
  readonly tags: ReadonlySignal<readonly Tag[]>;
  readonly problem: ReadonlySignal<ApiProblem | null>;
  /** Those that stand on a line, by the line's id. */
  readonly byLine: ReadonlySignal<ReadonlyMap<string, readonly Tag[]>>;
  load(): Promise<void>;
  /** All that follow throw ApiProblem and change nothing here then. */
  propose(tag: NewTag, idempotencyKey: string): Promise<Tag>;
  withdraw(tag: Tag): Promise<void>;
  decide(tag: Tag, decision: 'approve' | 'reject', note: string): Promise<void>;
  /** Takes back what was decided here. */
  undo(tag: Tag): Promise<void>;
  /** Puts a tag that lost its words back on the text. */
  place(tag: Tag, target: Tag['target'], idempotencyKey: string): Promise<void>;
  /** What was decided here, in this order; it can be taken back. */
  readonly decided: ReadonlySignal<readonly string[]>;
}

export interface NewTag {
  target: Tag['target'];
  body: Tag['body'];
  reason?: string;
}

export function createTagShelf(page: string): TagShelf {
  const tags = signal<readonly Tag[]>([]);
  const problem = signal<ApiProblem | null>(null);
  const decided = signal<readonly string[]>([]);
  const byLine = computed(() => {
    const lines = new Map<string, Tag[]>();
    for (const tag of tags.value) {
      if (tag.target.type !== 'span' || tag.state === 'detached') continue;
      const others = lines.get(tag.target.line);
      if (others) others.push(tag);
      else lines.set(tag.target.line, [tag]);
    }
    return lines;
  });
  const put = (tag: Tag) => {
    const others = tags.peek().filter((each) => each.id !== tag.id);
    tags.value = [...others, tag];
  };

  return {
    tags,
    problem,
    byLine,
    decided,
    async load() {
      try {
        const all: Tag[] = [];
        let cursor: string | null = null;
        do {
          const { data }: { data: { items: Tag[]; next: string | null } } = await get(`/pages/${page}/tags`, {
            query: { limit: 200, cursor },
          });
          all.push(...data.items);
          cursor = data.next;
        } while (cursor !== null);
        tags.value = all;
        problem.value = null;
      } catch (error) {
        problem.value = toProblem(error);
      }
    },
    async propose(tag, idempotencyKey) {
      const { data } = await post<Tag>(`/pages/${page}/tags`, tag, { idempotencyKey });
      put(data);
      return data;
    },
    async withdraw(tag) {
      await remove(`/tags/${tag.id}`);
      tags.value = tags.peek().filter((each) => each.id !== tag.id);
    },
    async decide(tag, decision, note) {
      const { data } = await post<Tag>(`/tags/${tag.id}/review`, {
        decision,
        ...(note === '' ? {} : { note }),
      });
      decided.value = [...decided.peek(), tag.id];
      put(data);
    },
    async undo(tag) {
      const { data } = await remove<Tag>(`/tags/${tag.id}/review`);
      decided.value = decided.peek().filter((id) => id !== tag.id);
      put(data);
    },
    async place(tag, target, idempotencyKey) {
      const { data } = await post<Tag>(`/tags/${tag.id}/placement`, { target }, { idempotencyKey });
      put(data);
    },
  };
}
