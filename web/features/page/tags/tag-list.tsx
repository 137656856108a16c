import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { mayReview, user } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { Empty, ProblemNotice } from '../../../ui/notice.tsx';
import { onceDrawn } from '../../../ui/once-drawn.ts';
import { titleText } from '../../../ui/titles.tsx';
import {
  focusItem,
  focusNext,
  handleQueueKey,
  itemInHand,
  type QueueAction,
  step,
} from '../../review/queue-keys.ts';
import { isSuggestion, tagStretches } from '../marks.ts';
import type { LineStore } from '../store.ts';
import { tagMessages } from './messages.ts';
import { isOwnTag, TagRow, type TagDeeds } from './tag-row.tsx';
import type { TagShelf } from './tag-shelf.ts';

interface TagListProps {
  shelf: TagShelf;
  store: LineStore;
  lang: string;
  dir: 'rtl' | 'ltr';
  /** The gazetteer has not looked at this text yet. */
  suggesting: boolean;
  onTagPage: (() => void) | null;
  /** Begins to put a tag back on the text; null for who may not. */
  onPlace: ((tag: Tag) => void) | null;
  /** Brings the text into view where it is hidden behind this list. */
  onGo: () => void;
}

/** In which order they ask for attention. */
const SECTIONS = ['detached', 'proposed', 'suggested', 'approved', 'rejected'] as const;

/** All tags of the page by what is to be done about them; those on the whole page first, then in reading order. */
export default function TagList(props: TagListProps) {
  const { shelf, store, lang, dir, suggesting, onTagPage, onPlace, onGo } = props;
  const t = useMessages(tagMessages);
  const list = useRef<HTMLDivElement>(null);
  const noting = useSignal<string | null>(null);
  const order = new Map(store.keys.value.map((key, index) => [store.line(key).peek()?.id ?? key, index]));
  const place = (tag: Tag) =>
    tag.target.type === 'span' ? (order.get(tag.target.line) ?? 1e6) * 1e4 + tag.target.start : -1;
  const tags = shelf.tags.value.toSorted((a, b) => place(a) - place(b));
  const last = useComputed(() => {
    const id = shelf.decided.value.at(-1);
    return id === undefined ? undefined : shelf.tags.value.find((tag) => tag.id === id);
  }).value;

  const byId = (id: string | undefined) => shelf.tags.peek().find((tag) => tag.id === id);
  const focusTag = (id: string) =>
    onceDrawn(() =>
      focusItem(list.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(id)}"]`) ?? null),
    );
  const go = (tag: Tag) => {
    if (tag.target.type !== 'span') return;
    const lineId = tag.target.line;
    const line = store.lines().find((each) => each.id === lineId);
    if (!line) return;
    const [stretch] = tagStretches(line.text, [tag]);
    onGo();
    store.goTo(line.key, stretch?.start ?? 0, stretch?.end ?? 0);
  };
  const deeds: TagDeeds = {
    go,
    place: onPlace,
    withdraw: (tag) => shelf.withdraw(tag),
    async decide(tag, decision, note) {
      const row = list.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(tag.id)}"]`);
      const had = row?.contains(document.activeElement) === true;
      await shelf.decide(tag, decision, note);
      announce(t(decision === 'approve' ? 'nowApproved' : 'nowRejected', { name: titleText(tag.bodyLabel) }));
      // The row goes to another part of the list: the focus stays with what waits.
      if (had && list.current && row)
        focusNext(list.current, row, (item) => mayDecide(byId(item.dataset['tag'])));
    },
    async undo(tag) {
      await shelf.undo(tag);
      announce(t('undone'));
      focusTag(tag.id);
    },
  };
  const undoLast = () => {
    if (last) deeds.undo(last).catch(() => shelf.load());
  };

  const run = (action: QueueAction): boolean => {
    const root = list.current;
    if (!root) return false;
    if (action.do === 'next' || action.do === 'previous')
      return step(root, action.do === 'next' ? 1 : -1) !== null;
    if (action.do === 'undo') {
      undoLast();
      return last !== undefined;
    }
    const row = itemInHand(root);
    const tag = byId(row?.dataset['tag']);
    if (!row || !tag) return false;
    if (action.do === 'open') go(tag);
    else if (action.do === 'note' && mayDecide(tag)) noting.value = tag.id;
    // By its button, so that a press on the way and its problem are where they are for the mouse.
    else if (action.do === 'decide' && !action.all)
      row.querySelector<HTMLElement>(`[data-decision="${action.decision}"]`)?.click();
    else return false;
    return true;
  };

  const sections = SECTIONS.map((name) => ({ name, tags: tags.filter((tag) => sectionOf(tag) === name) }));
  const row = (tag: Tag) => (
    <TagRow
      key={tag.id}
      {...{ tag, deeds, lang, dir, noting }}
      undoable={shelf.decided.value.includes(tag.id)}
    />
  );
  return (
    <div class="tag-list" ref={list} onKeyDown={(event) => handleQueueKey(event, run)}>
      {onTagPage && (
        <p>
          <Button small icon="tag" onClick={onTagPage}>
            {t('tagPage')}
          </Button>
        </p>
      )}
      {suggesting && (
        <p class="small soft" role="status">
          {t('suggesting')}
        </p>
      )}
      <ProblemNotice problem={shelf.problem.value ?? undefined} onRetry={() => shelf.load()} />
      {last?.review && (
        <p class="tag-waiting small">
          <span>
            {t(last.review.decision === 'approve' ? 'nowApproved' : 'nowRejected', {
              name: titleText(last.bodyLabel),
            })}
          </span>
          <Button small icon="undo" onClick={undoLast}>
            {t('undo')}
          </Button>
        </p>
      )}
      {tags.length === 0 && !shelf.problem.value && (
        <Empty title={t('noTags')}>
          <p>{user.value ? t('noTagsHint') : t('noTagsGuest')}</p>
        </Empty>
      )}
      {sections.map(({ name, tags }) =>
        tags.length === 0 ? null : name === 'rejected' ? (
          <details key={name} class="tag-section">
            <summary>{t('sectionrejected', { count: tags.length })}</summary>
            <ul class="rows">{tags.map(row)}</ul>
          </details>
        ) : (
          <section key={name} class="tag-section">
            <h3>{t(`section${name}`, { count: tags.length })}</h3>
            <ul class="rows">{tags.map(row)}</ul>
          </section>
        ),
      )}
    </div>
  );
}

function sectionOf(tag: Tag): (typeof SECTIONS)[number] {
  return isSuggestion(tag) ? 'suggested' : tag.state;
}

function mayDecide(tag: Tag | undefined): boolean {
  return tag?.state === 'proposed' && mayReview.peek() && !isOwnTag(tag);
}
