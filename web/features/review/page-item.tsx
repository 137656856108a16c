import { reviewDifficultyOf } from '../../../worker/domain/review-effort.ts';
import type { Page } from '../../../worker/shapes/pages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { user } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { DateText, momentText } from '../../ui/date-text.tsx';
import { PageReference } from '../../ui/page-reference.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { reviewMessages } from './messages.ts';

/** A page that was handed in. The comparison and the decision happen on the page itself. */
export function PageItem({ page }: { page: Page }) {
  const t = useMessages(reviewMessages);
  const { context } = page;
  const own = page.submittedBy === user.value?.id;
  const holder = page.reservation?.kind === 'review' ? page.reservation.user : undefined;
  const other = holder && holder.id !== user.value?.id ? holder.name : undefined;
  return (
    <li class="queue-item queue-page" data-queue-item data-own={own || undefined} tabIndex={-1}>
      <span class="queue-picture">
        <Thumbnail page={page} />
      </span>
      <div>
        <h3>
          <a href={`/pages/${page.id}`} data-open>
            <PageReference issue={context} page={page} />
          </a>
        </h3>
        <p class="soft small">
          <DateText date={context.date} />
          {page.submittedAt && <> · {t('handedIn', { when: momentText(page.submittedAt) })}</>}
        </p>
        {page.reviewEffort && <Effort effort={page.reviewEffort} />}
        {other && <p class="small">{t.rich('inReview', { name: <bdi>{other}</bdi> })}</p>}
        {own ? (
          <p class="queue-own">{t('own')}</p>
        ) : (
          <ButtonLink href={`/pages/${page.id}`}>{t('compare')}</ButtonLink>
        )}
      </div>
    </li>
  );
}

/** What the review will take: the words that changed, as a number and as a share of all. */
function Effort({ effort }: { effort: NonNullable<Page['reviewEffort']> }) {
  const t = useMessages(reviewMessages);
  const { changedWords, words, comparedWith } = effort;
  const same = words === 0 ? 0 : Math.max(0, Math.floor((100 * (words - changedWords)) / words));
  return (
    <p class="small">
      <b>{t(reviewDifficultyOf(changedWords))}</b>
      {' · '}
      {changedWords === 0 ? t('nothingChanged') : t('changedWords', { count: changedWords, words })}
      {comparedWith === 'nothing'
        ? ` · ${t('typedByHand')}`
        : ` · ${t(`like${comparedWith}`, { percent: same })}`}
    </p>
  );
}
