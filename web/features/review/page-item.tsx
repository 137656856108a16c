import type { Page } from '../../../worker/shapes/pages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { user } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { DateText, momentText } from '../../ui/date-text.tsx';
import { IssueNumber, PageLabel } from '../../ui/issue-number.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { Title } from '../../ui/titles.tsx';
import { reviewMessages } from './messages.ts';

/** A page that was handed in. The comparison and the decision happen on the page itself. */
export function PageItem({ page }: { page: Page }) {
  const t = useMessages(reviewMessages);
  const { context } = page;
  const own = page.submittedBy === user.value?.id;
  return (
    <li class="queue-item queue-page" data-queue-item tabIndex={-1}>
      <span class="queue-picture">
        <Thumbnail page={page} />
      </span>
      <div>
        <h3>
          <a href={`/pages/${page.id}`} data-open>
            <Title of={context.publicationTitle} /> <IssueNumber number={context.issueNumber} />,{' '}
            <PageLabel label={page.label ?? String(page.sequence)} />
          </a>
        </h3>
        <p class="soft small">
          <DateText date={context.date} />
          {page.submittedAt && <> · {t('handedIn', { when: momentText(page.submittedAt) })}</>}
        </p>
        {own ? (
          <p class="queue-own">{t('own')}</p>
        ) : (
          <ButtonLink href={`/pages/${page.id}`}>{t('compare')}</ButtonLink>
        )}
      </div>
    </li>
  );
}
