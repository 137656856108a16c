import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import type { Tag, TagGroup } from '../../../../worker/shapes/tags.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useList } from '../../../state/resource.ts';
import { Button } from '../../../ui/button.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../../ui/notice.tsx';
import { urlOfView } from '../../../ui/url.ts';
import { focusItem, handleQueueKey, itemInHand, type QueueAction, step } from '../queue-keys.ts';
import { type Asking, ConfirmDialog } from './confirm-dialog.tsx';
import type { Decision } from './decisions.ts';
import { DecisionBar } from './decision-bar.tsx';
import { Group } from './group.tsx';
import { tagReviewMessages } from './messages.ts';
import { QueueHelp } from './queue-help.tsx';
import { decideOne, groupOf, isOpen, useRowContext } from './row-context.ts';
import type { Grouping } from './service.ts';

const GROUPINGS = ['entity', 'page', 'rule'] as const satisfies readonly Grouping[];

interface TagsPartProps {
  user: string;
  by: Grouping;
  /** A group to open at once, by its key. */
  wanted: string | undefined;
}

/** The waiting tags in groups, to be decided one by one or many at once. */
export function TagsPart({ user, by, wanted }: TagsPartProps) {
  const t = useMessages(tagReviewMessages);
  const { route } = useLocation();
  const sort = useSignal<'size' | 'oldest'>('size');
  const groups = useList<TagGroup>(`/tags/groups?by=${by}&sort=${sort.value}&limit=50`);
  const opened = useSignal<ReadonlySet<string>>(new Set(wanted ? [wanted] : []));
  const asking = useSignal<Asking | null>(null);
  const help = useSignal(false);
  const queue = useRef<HTMLDivElement>(null);
  /** The tags that the open groups show, by group. */
  const shown = useRef(new Map<string, readonly Tag[]>());
  const context = useRowContext(user, queue, shown.current);
  const { decisions, selection, noting } = context;

  const tagsShown = () => [...shown.current.values()].flat();
  const changeGrouping = (to: Grouping) => {
    shown.current.clear();
    opened.value = new Set();
    selection.clear();
    announce(t('groupedBy', { what: t(`by${to}`) }));
    route(urlOfView('/review', { part: 'tags', by: to }), true);
  };
  const toggle = (key: string, to = !opened.peek().has(key)) => {
    const next = new Set(opened.peek());
    if (to) next.add(key);
    else {
      next.delete(key);
      shown.current.delete(key);
    }
    opened.value = next;
  };
  /** Asks before deciding on all selected tags, or on those of a group. */
  const ask = (decision: Decision, group: string | undefined) => {
    const chosen = selection.tags.peek();
    const tags =
      chosen.size > 0
        ? tagsShown().filter((tag) => chosen.has(tag.id))
        : (shown.current.get(group ?? '') ?? []);
    const open = tags.filter((tag) => isOpen(context, tag.id));
    const may = open.filter(
      (tag) => !context.isOwn(tag) && (decision === 'reject' || tag.state === 'proposed'),
    );
    if (open.length === 0) return false;
    const record = groups.items.find((each) => each.key === group);
    asking.value = {
      decision,
      tags: may.map((tag) => tag.id),
      selected: chosen.size > 0,
      leftOut: open.length - may.length,
      notShown: chosen.size > 0 ? 0 : Math.max(0, (record?.count ?? 0) - tags.length),
    };
    return true;
  };
  const undo = () => {
    const tags = decisions.undo();
    if (tags.length === 0) return;
    announce(t('undone', { count: tags.length }));
    const [first] = tags;
    focusItem(queue.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(first!)}"]`) ?? null);
  };

  const run = (action: QueueAction): boolean => {
    const root = queue.current;
    if (!root) return false;
    const item = itemInHand(root);
    const tag = item?.dataset['tag'];
    const group = item?.dataset['group'] ?? groupOf(shown.current, tag);
    switch (action.do) {
      case 'next':
      case 'previous': {
        const to = step(root, action.do === 'next' ? 1 : -1)?.dataset['tag'];
        if (action.extend && to !== undefined) {
          if (tag !== undefined && !selection.tags.peek().has(tag)) context.pick(tag, false);
          context.pick(to, true);
        }
        return true;
      }
      case 'decide':
        if (action.all || (tag === undefined && group !== undefined)) return ask(action.decision, group);
        if (tag === undefined) return false;
        return decideOne(context, tagsShown(), tag, action.decision);
      case 'select':
        if (tag !== undefined) context.pick(tag, false);
        return tag !== undefined;
      case 'open':
        if (tag === undefined && group !== undefined) toggle(group, action.do === 'open' ? undefined : true);
        else item?.querySelector<HTMLElement>('[data-open]')?.click();
        return item !== null;
      case 'close':
        if (group === undefined) return false;
        toggle(group, false);
        focusItem(root.querySelector<HTMLElement>(`[data-group="${CSS.escape(group)}"]`));
        return true;
      case 'note':
        if (tag === undefined || !isOpen(context, tag)) return false;
        noting.value = tag;
        return true;
      case 'undo':
        undo();
        return true;
      case 'grouping':
        changeGrouping(GROUPINGS[(GROUPINGS.indexOf(by) + 1) % GROUPINGS.length]!);
        return true;
      case 'help':
        help.value = true;
        return true;
    }
  };
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => handleQueueKey(event, (action) => latest.current(action));
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div class="queue" ref={queue}>
      <div class="queue-tools">
        <div class="queue-groupings" role="group" aria-label={t('grouping')}>
          {GROUPINGS.map((each) => (
            <button
              key={each}
              type="button"
              class="choice"
              aria-pressed={each === by}
              onClick={() => changeGrouping(each)}
            >
              {t(`by${each}`)}
            </button>
          ))}
        </div>
        <select
          class="queue-order"
          aria-label={t('order')}
          value={sort.value}
          onChange={(event) => (sort.value = event.currentTarget.value === 'oldest' ? 'oldest' : 'size')}
        >
          <option value="size">{t('bysize')}</option>
          <option value="oldest">{t('byoldest')}</option>
        </select>
        <Button small look="plain" icon="retry" onClick={() => void groups.reload()}>
          {t('reload')}
        </Button>
        <Button small look="plain" onClick={() => (help.value = true)}>
          {t('keys')} <kbd aria-hidden="true">?</kbd>
        </Button>
      </div>
      <ProblemNotice problem={groups.problem} onRetry={groups.reload} />
      {groups.loading && groups.items.length === 0 && <Loading />}
      {groups.first !== undefined && groups.items.length === 0 && (
        <Empty title={t('noTags')}>
          <p>{t('noTagsNext')}</p>
        </Empty>
      )}
      <ul class="queue-groups">
        {groups.items.map((group) => (
          <Group
            key={`${by} ${group.key}`}
            group={group}
            open={opened.value.has(group.key)}
            context={context}
            onToggle={() => toggle(group.key)}
            onShown={(tags) => shown.current.set(group.key, tags)}
            onDecideAll={(decision) => {
              selection.clear();
              ask(decision, group.key);
            }}
          />
        ))}
      </ul>
      <More list={groups} />
      <DecisionBar
        {...{ decisions, selection }}
        onUndo={undo}
        onDecide={(decision) => ask(decision, undefined)}
      />
      {asking.value && (
        <ConfirmDialog
          asking={asking.value}
          onClose={() => (asking.value = null)}
          onConfirm={({ decision, tags }) => {
            asking.value = null;
            context.decide(tags, decision);
            selection.clear();
          }}
        />
      )}
      {help.value && <QueueHelp onClose={() => (help.value = false)} />}
    </div>
  );
}
