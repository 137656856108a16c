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
  /** How many were put in place or taken out here, and how often all were read. */
  let changes = 0;
  let loads = 0;
  const put = (tag: Tag) => {
    changes += 1;
    const others = tags.peek().filter((each) => each.id !== tag.id);
    tags.value = [...others, tag];
  };

  async function load(): Promise<void> {
    loads += 1;
    const mine = loads;
    const before = changes;
    try {
      const all = await readAll(page);
      if (mine !== loads) return;
      // What was proposed or decided meanwhile may not be in it.
      if (before !== changes) return await load();
      tags.value = all;
      problem.value = null;
    } catch (error) {
      if (mine === loads) problem.value = toProblem(error);
    }
  }

  return {
    tags,
    problem,
    byLine,
    decided,
    load,
    async propose(tag, idempotencyKey) {
      const { data } = await post<Tag>(`/pages/${page}/tags`, tag, { idempotencyKey });
      put(data);
      return data;
    },
    async withdraw(tag) {
      await remove(`/tags/${tag.id}`);
      changes += 1;
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

async function readAll(page: string): Promise<Tag[]> {
  const all: Tag[] = [];
  let cursor: string | null = null;
  do {
    const { data }: { data: { items: Tag[]; next: string | null } } = await get(`/pages/${page}/tags`, {
      query: { limit: 200, cursor },
    });
    all.push(...data.items);
    cursor = data.next;
  } while (cursor !== null);
  return all;
}
