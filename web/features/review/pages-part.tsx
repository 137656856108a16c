import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../../../worker/shapes/pages.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { List } from '../../state/resource.ts';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { SecondOpinions } from '../work/second-opinions.tsx';
import { reviewMessages } from './messages.ts';
import { PageItem } from './page-item.tsx';
import { handleQueueKey, itemInHand, step } from './queue-keys.ts';

/** Pages that were handed in, oldest first, and of one day the easiest, as the service lists them. */
export function PagesPart({ list }: { list: List<Page> }) {
  const t = useMessages(reviewMessages);
  const queue = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Enter with nothing in hand opens the first page that one may decide about.
      const isFree = event.target === document.body || (event.target as Element).matches('h1');
      if (event.key === 'Enter' && isFree && !event.defaultPrevented && queue.current) {
        queue.current.querySelector<HTMLElement>('[data-queue-item]:not([data-own]) [data-open]')?.click();
        return;
      }
      handleQueueKey(event, (action) => {
        if (!queue.current) return false;
        if (action.do === 'next' || action.do === 'previous')
          return step(queue.current, action.do === 'next' ? 1 : -1) !== null;
        if (action.do !== 'open') return false;
        itemInHand(queue.current)?.querySelector<HTMLElement>('[data-open]')?.click();
        return true;
      });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div ref={queue}>
      <p class="soft small">{t('order')}</p>
      <p class="soft small review-keys">
        {t.rich('keys', { j: <kbd>j</kbd>, k: <kbd>k</kbd>, enter: <kbd>Enter</kbd>, accept: <kbd>a</kbd> })}
      </p>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first !== undefined && list.items.length === 0 && (
        <Empty title={t('noPages')}>
          <p>{t('noPagesNext')}</p>
        </Empty>
      )}
      <ul class="rows">
        {list.items.map((page) => (
          <PageItem key={page.id} page={page} />
        ))}
      </ul>
      <More list={list} />
      <SecondOpinions />
    </div>
  );
}
