import { useSignal } from '@preact/signals';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { type ApiProblem, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { mayReview, user } from '../../../state/session.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { uiMessages } from '../../../ui/messages.ts';
import { Empty, ProblemNotice } from '../../../ui/notice.tsx';
import { Title } from '../../../ui/titles.tsx';
import type { LineStore } from '../store.ts';
import { tagStretches } from '../marks.ts';
import { tagMessages } from './messages.ts';
import type { TagShelf } from './tag-shelf.ts';

interface TagListProps {
  shelf: TagShelf;
  store: LineStore;
  lang: string;
  dir: 'rtl' | 'ltr';
  onTagPage: (() => void) | null;
  /** Brings the text into view where it is hidden behind this list. */
  onGo: () => void;
}

/** All tags of the page: those on the whole page first, then in reading order. */
export default function TagList({ shelf, store, lang, dir, onTagPage, onGo }: TagListProps) {
  const t = useMessages(tagMessages);
  const order = new Map(store.keys.value.map((key, index) => [store.line(key).peek()?.id ?? key, index]));
  const place = (tag: Tag) =>
    tag.target.type === 'span' ? (order.get(tag.target.line) ?? 1e6) * 1e4 + tag.target.start : -1;
  const tags = shelf.tags.value.toSorted((a, b) => place(a) - place(b));
  return (
    <div class="tag-list">
      {onTagPage && (
        <p>
          <Button small icon="tag" onClick={onTagPage}>
            {t('tagPage')}
          </Button>
        </p>
      )}
      <ProblemNotice problem={shelf.problem.value ?? undefined} onRetry={() => shelf.load()} />
      {tags.length === 0 && !shelf.problem.value && (
        <Empty title={t('noTags')}>
          <p>{user.value ? t('noTagsHint') : t('noTagsGuest')}</p>
        </Empty>
      )}
      <ul class="rows">
        {tags.map((tag) => (
          <TagRow key={tag.id} {...{ tag, shelf, store, lang, dir, onGo }} />
        ))}
      </ul>
    </div>
  );
}

const TONES = {
  proposed: 'wait',
  approved: 'reviewed',
  rejected: 'none',
  detached: 'bad',
} as const satisfies Record<Tag['state'], Tone>;

function TagRow({ tag, shelf, store, lang, dir, onGo }: Omit<TagListProps, 'onTagPage'> & { tag: Tag }) {
  const t = useMessages(tagMessages);
  const ui = useMessages(uiMessages);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const rejecting = useSignal(false);
  const note = useSignal('');
  const own = user.value != null && tag.author?.id === user.value.id;
  const open = tag.state === 'proposed';

  const act = (what: () => Promise<void>) => {
    if (busy.peek()) return;
    busy.value = true;
    problem.value = null;
    what()
      .catch((error: unknown) => (problem.value = toProblem(error)))
      .finally(() => (busy.value = false));
  };

  const go = () => {
    if (tag.target.type !== 'span') return;
    const lineId = tag.target.line;
    const line = store.lines().find((each) => each.id === lineId);
    if (!line) return;
    const [stretch] = tagStretches(line.text, [tag]);
    onGo();
    store.goTo(line.key, stretch?.start ?? 0, stretch?.end ?? 0);
  };

  return (
    <li class="tag-row">
      <p class="tag-head">
        <b>
          {'entity' in tag.body ? (
            <a href={`/entities/${tag.body.entity}`}>
              <Title of={tag.bodyLabel} />
            </a>
          ) : (
            <a href="/schemes">
              <Title of={tag.bodyLabel} />
            </a>
          )}
        </b>{' '}
        <span class="soft small">{ui(`kind${tag.bodyKind}` as 'kindperson')}</span>
      </p>
      {tag.target.type === 'span' ? (
        <button type="button" class={`tag-quote-link as-${tag.state}`} onClick={go} lang={lang} dir={dir}>
          {tag.target.quote}
        </button>
      ) : (
        <p class="small soft">{t('onPage')}</p>
      )}
      <p class="tag-meta small">
        <Badge tone={TONES[tag.state]}>{t(tag.state === 'proposed' ? 'proposedState' : tag.state)}</Badge>{' '}
        <span class="soft">
          {tag.author ? t.rich('by', { name: <bdi>{tag.author.name}</bdi> }) : t(`origin${tag.origin}`)}
        </span>
      </p>
      {tag.state === 'detached' && <p class="small">{t('detachedHint')}</p>}
      {tag.reason && (
        <p class="small">
          <bdi>{tag.reason}</bdi>
        </p>
      )}
      {tag.review && (
        <p class="small soft">
          {t.rich(tag.review.decision === 'approve' ? 'approvedBy' : 'rejectedBy', {
            name: <bdi>{tag.review.reviewer}</bdi>,
          })}
          {tag.review.note && (
            <>
              {' '}
              <bdi>{tag.review.note}</bdi>
            </>
          )}
        </p>
      )}
      <ProblemNotice problem={problem.value ?? undefined} />
      {open && own && (
        <p class="tag-actions">
          <Button small busy={busy.value} onClick={() => act(() => shelf.withdraw(tag))}>
            {t('withdraw')}
          </Button>
          {mayReview.value && <span class="small soft">{t('ownTag')}</span>}
        </p>
      )}
      {open && !own && mayReview.value && !rejecting.value && (
        <p class="tag-actions">
          <Button
            small
            icon="check"
            busy={busy.value}
            onClick={() => act(() => shelf.decide(tag, 'approve', ''))}
          >
            {t('approve')}
          </Button>
          <Button small icon="cross" onClick={() => (rejecting.value = true)}>
            {t('reject')}
          </Button>
        </p>
      )}
      {open && rejecting.value && (
        <form
          class="tag-reject"
          onSubmit={(event) => {
            event.preventDefault();
            act(() => shelf.decide(tag, 'reject', note.peek().trim()));
          }}
        >
          <label>
            <span class="small">{t('rejectWhy')}</span>
            <input
              value={note.value}
              dir="auto"
              maxLength={1000}
              autofocus
              onInput={(event) => (note.value = event.currentTarget.value)}
            />
          </label>
          <div class="form-actions">
            <Button small look="danger" type="submit" busy={busy.value}>
              {t('reject')}
            </Button>
            <Button small onClick={() => (rejecting.value = false)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
