import { type Signal, useComputed, useSignal } from '@preact/signals';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { type ApiProblem, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { mayReview, user } from '../../../state/session.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { uiMessages } from '../../../ui/messages.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Title } from '../../../ui/titles.tsx';
import { kindKey } from '../../entities/kinds.ts';
import { Suggested } from '../../review/suggested.tsx';
import { ReasonForm } from '../../review/tags/reason-form.tsx';
import { isSuggestion } from '../marks.ts';
import { tagMessages } from './messages.ts';

export interface TagDeeds {
  go: (tag: Tag) => void;
  place: ((tag: Tag) => void) | null;
  /** These throw ApiProblem. */
  withdraw: (tag: Tag) => Promise<void>;
  decide: (tag: Tag, decision: 'approve' | 'reject', note: string) => Promise<void>;
  undo: (tag: Tag) => Promise<void>;
}

interface TagRowProps {
  tag: Tag;
  deeds: TagDeeds;
  lang: string;
  dir: 'rtl' | 'ltr';
  /** The tag whose reason for rejecting is being written. */
  noting: Signal<string | null>;
  /** It was decided here, and that can be taken back. */
  undoable: boolean;
}

const TONES = {
  proposed: 'wait',
  approved: 'reviewed',
  rejected: 'none',
  detached: 'bad',
} as const satisfies Record<Tag['state'], Tone>;

/** Whether somebody else has to decide: the reader proposed the tag, or put it back on the text. */
export function isOwnTag(tag: Tag): boolean {
  const me = user.peek()?.id;
  return me !== undefined && (tag.author?.id === me || tag.placedBy?.id === me);
}

/** One tag of the page: what it says, where, who says so, and what can be done about it. */
export function TagRow({ tag, deeds, lang, dir, noting, undoable }: TagRowProps) {
  const t = useMessages(tagMessages);
  const ui = useMessages(uiMessages);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const isNoting = useComputed(() => noting.value === tag.id).value;
  const own = isOwnTag(tag);
  const mine = user.value != null && tag.author?.id === user.value.id;
  const suggested = isSuggestion(tag);
  const detached = tag.state === 'detached';

  const act = (what: () => Promise<void>) => {
    if (busy.peek()) return;
    busy.value = true;
    problem.value = null;
    what()
      .catch((error: unknown) => (problem.value = toProblem(error)))
      .finally(() => (busy.value = false));
  };
  const decide = (decision: 'approve' | 'reject', note = '') => act(() => deeds.decide(tag, decision, note));

  return (
    <li class="tag-row" data-queue-item data-tag={tag.id} tabIndex={-1}>
      <p class="tag-head">
        <b>
          <a href={'entity' in tag.body ? `/entities/${tag.body.entity}` : '/schemes'}>
            <Title of={tag.bodyLabel} />
          </a>
        </b>{' '}
        <span class="soft small">{ui(kindKey(tag.bodyKind))}</span>
      </p>
      {tag.target.type === 'span' ? (
        <button
          type="button"
          class={`tag-quote-link as-${suggested ? 'suggested' : tag.state}`}
          onClick={() => deeds.go(tag)}
          lang={lang}
          dir={dir}
        >
          {tag.target.quote}
        </button>
      ) : (
        <p class="small soft">{t(tag.target.type === 'page' ? 'onPage' : 'onRegion')}</p>
      )}
      <p class="tag-meta small">
        <Badge tone={suggested ? 'ocr' : TONES[tag.state]}>
          {t(suggested ? 'suggestedState' : tag.state === 'proposed' ? 'proposedState' : tag.state)}
        </Badge>{' '}
        <span class="soft">
          {tag.origin === 'gazetteer' ? (
            <Suggested tag={tag} />
          ) : tag.author ? (
            t.rich('by', { name: <bdi>{tag.author.name}</bdi> })
          ) : (
            t('originperson')
          )}
          {tag.placedBy && (
            <>
              {' · '}
              {t.rich('placedBy', { name: <bdi>{tag.placedBy.name}</bdi> })}
            </>
          )}
        </span>
      </p>
      {detached && <p class="small">{t('detachedHint')}</p>}
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
      <p class="tag-actions">
        {detached && deeds.place && (
          <Button small icon="pen" onClick={() => deeds.place?.(tag)}>
            {t('placeAgain')}
          </Button>
        )}
        {mine && (tag.state === 'proposed' || (detached && !tag.review)) && (
          <Button small busy={busy.value} onClick={() => act(() => deeds.withdraw(tag))}>
            {t('withdraw')}
          </Button>
        )}
        {own && tag.state === 'proposed' && mayReview.value && <span class="small soft">{t('ownTag')}</span>}
        {!own && mayReview.value && (tag.state === 'proposed' || detached) && (
          <>
            {!detached && (
              <Button
                small
                icon="check"
                busy={busy.value}
                data-decision="approve"
                onClick={() => decide('approve')}
              >
                {t('approve')}
              </Button>
            )}
            <Button
              small
              icon="cross"
              busy={busy.value}
              data-decision="reject"
              onClick={() => decide('reject')}
            >
              {t('reject')}
            </Button>
            <Button
              small
              look="plain"
              icon="pen"
              aria-label={t('rejectWithReason')}
              title={t('rejectWithReason')}
              aria-expanded={isNoting}
              onClick={() => (noting.value = isNoting ? null : tag.id)}
            />
          </>
        )}
        {undoable && tag.review && !detached && (
          <Button small icon="undo" busy={busy.value} onClick={() => act(() => deeds.undo(tag))}>
            {t('undo')}
          </Button>
        )}
      </p>
      {isNoting && (
        <ReasonForm onSend={(note) => decide('reject', note)} onClose={() => (noting.value = null)} />
      )}
    </li>
  );
}
