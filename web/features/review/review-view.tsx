import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../../../worker/shapes/pages.ts';
import type { Tag } from '../../../worker/shapes/tags.ts';
import { useMessages } from '../../i18n/messages.ts';
import { type List, useList } from '../../state/resource.ts';
import { mayReview, user } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty, Loading, More, Notice, ProblemNotice } from '../../ui/notice.tsx';
import { View } from '../../ui/view.tsx';
import { reviewMessages } from './messages.ts';
import { PageItem } from './page-item.tsx';
import { handleQueueKey } from './queue-keys.ts';
import { TagItem } from './tag-item.tsx';
import './review.css';

export default function ReviewView() {
  const t = useMessages(reviewMessages);
  return (
    <View title={t('title')} lead={<p>{t('lead')}</p>}>
      {user.value === undefined ? <Loading /> : mayReview.value ? <Queue /> : <Refused />}
    </View>
  );
}

function Refused() {
  const t = useMessages(reviewMessages);
  if (user.value) return <Notice tone="warning">{<p>{t('needRole')}</p>}</Notice>;
  return (
    <Empty title={t('needSignIn')}>
      <p>
        <ButtonLink look="primary" href="/sign-in?back=%2Freview">
          {t('signIn')}
        </ButtonLink>
      </p>
    </Empty>
  );
}

function Queue() {
  const t = useMessages(reviewMessages);
  const pages = useList<Page>('/pages?status=submitted');
  const tags = useList<Tag>('/tags?status=proposed');
  /** Decided here and now: taken off the list without asking the service again. */
  const decided = useSignal<ReadonlySet<string>>(new Set());
  const queue = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (queue.current) handleQueueKey(event, queue.current);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const oldestFirst = pages.items.toSorted((a, b) =>
    (a.submittedAt ?? '').localeCompare(b.submittedAt ?? ''),
  );
  const waiting = tags.items.filter((tag) => !decided.value.has(tag.id));
  return (
    <div ref={queue}>
      <p class="soft small review-keys">
        {t.rich('keys', {
          j: <kbd>j</kbd>,
          k: <kbd>k</kbd>,
          enter: <kbd>Enter</kbd>,
          a: <kbd>a</kbd>,
          r: <kbd>r</kbd>,
        })}
      </p>
      <QueuePart
        title={t('pages')}
        id="pages"
        list={pages}
        empty={t('noPages')}
        next={t('noPagesNext')}
        count={oldestFirst.length}
      >
        {oldestFirst.map((page) => (
          <PageItem key={page.id} page={page} />
        ))}
      </QueuePart>
      <QueuePart
        title={t('tags')}
        id="tags"
        list={tags}
        empty={t('noTags')}
        next={t('noTagsNext')}
        count={waiting.length}
      >
        {waiting.map((tag) => (
          <TagItem
            key={tag.id}
            tag={tag}
            onDecided={() => (decided.value = new Set([...decided.peek(), tag.id]))}
          />
        ))}
      </QueuePart>
    </div>
  );
}

interface PartProps {
  title: string;
  id: string;
  list: List<unknown>;
  empty: string;
  next: string;
  count: number;
  children: ComponentChildren;
}

function QueuePart({ title, id, list, empty, next, count, children }: PartProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && count === 0 && <Loading />}
      {list.first !== undefined && count === 0 && !list.hasMore && (
        <Empty title={empty}>{<p>{next}</p>}</Empty>
      )}
      <ul class="rows">{children}</ul>
      <More list={list} />
    </section>
  );
}
