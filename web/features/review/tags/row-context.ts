/** What all rows of the queue share: who decides, what is selected, and what follows a decision. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { announce } from '../../../ui/live-region.tsx';
import { titleText } from '../../../ui/titles.tsx';
import { focusItem, focusNext, itemInHand } from '../queue-keys.ts';
import type { Decision } from './decisions.ts';
import { tagReviewMessages } from './messages.ts';
import { createSelection } from './selection.ts';
import { decisionsOf } from './service.ts';
import type { RowContext } from './tag-row.tsx';

/** @param shown the tags that the open groups show, by group */
export function useRowContext(
  user: string,
  queue: { current: HTMLElement | null },
  shown: ReadonlyMap<string, readonly Tag[]>,
): RowContext {
  const t = useMessages(tagReviewMessages);
  const noting = useSignal<string | null>(null);
  return useMemo(() => {
    const decisions = decisionsOf(user);
    const selection = createSelection();
    // Whoever put a tag back on the text has a part in it too.
    const isOwn = (tag: Tag) => tag.author?.id === user || tag.placedBy?.id === user;
    const context: RowContext = {
      decisions,
      selection,
      noting,
      isOwn,
      decide(tags, decision, note) {
        if (tags.length === 0) return;
        const all = new Map([...shown.values()].flat().map((tag) => [tag.id, tag]));
        decisions.decide(tags, decision, note);
        selection.drop(tags);
        const [only] = tags;
        const name = tags.length === 1 ? titleText(all.get(only!)?.bodyLabel ?? {}) : '';
        announce(
          tags.length === 1
            ? t(decision === 'approve' ? 'approvedOne' : 'rejectedOne', { name })
            : t(decision === 'approve' ? 'approvedMany' : 'rejectedMany', { count: tags.length }),
        );
        const root = queue.current;
        const here =
          root && (itemInHand(root) ?? root.querySelector<HTMLElement>(`[data-tag="${CSS.escape(only!)}"]`));
        if (!root || !here) return;
        focusNext(root, here, (item) => {
          const tag = all.get(item.dataset['tag'] ?? '');
          if (tag) return !isOwn(tag) && isOpen(context, tag.id);
          return item.querySelector('[aria-expanded="false"]') !== null;
        });
      },
      undo(tag) {
        decisions.undo([tag]);
        announce(t('undone', { count: 1 }));
        focusItem(queue.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(tag)}"]`) ?? null);
      },
      pick(tag, range) {
        const order = [...shown.values()].flat();
        const may = order.filter((each) => !isOwn(each) && isOpen(context, each.id)).map((each) => each.id);
        if (!may.includes(tag)) return;
        if (range) selection.extendTo(tag, may);
        else selection.toggle(tag);
      },
    };
    return context;
  }, [user, t]);
}

/** Whether a tag still waits here: not decided, or the decision was refused. */
export function isOpen({ decisions }: Pick<RowContext, 'decisions'>, tag: string): boolean {
  return (decisions.of(tag).peek()?.status ?? 'refused') === 'refused';
}

/** One press on one tag; false where it means nothing. */
export function decideOne(
  context: RowContext,
  tags: readonly Tag[],
  id: string,
  decision: Decision,
): boolean {
  const tag = tags.find((each) => each.id === id);
  if (!tag || context.isOwn(tag) || !isOpen(context, id)) return false;
  // Words that are gone cannot be approved; the row says so.
  if (decision === 'approve' && tag.state === 'detached') return false;
  context.decide([id], decision);
  return true;
}

export function groupOf(
  shown: ReadonlyMap<string, readonly Tag[]>,
  tag: string | undefined,
): string | undefined {
  if (tag === undefined) return undefined;
  return [...shown].find(([, tags]) => tags.some((each) => each.id === tag))?.[0];
}
