import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { HistoricalDate } from '../../../worker/shapes/common.ts';
import type { Page } from '../../../worker/shapes/pages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { DateText } from '../../ui/date-text.tsx';
import { IssueNumber, PageLabel } from '../../ui/issue-number.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { Title } from '../../ui/titles.tsx';
import { timelineMessages } from './messages.ts';
import './issue-list.css';

/** An issue in a list, whichever part of the API it came from. */
export interface ListedIssue {
  id: string;
  publicationTitle: Record<string, string>;
  number: string;
  date: HistoricalDate;
  pages: number;
  /** How its date lies, in words. */
  fit?: ComponentChildren;
}

/** At most so many pictures stand with an issue; all of them stand on its own page. */
const SHOWN_PAGES = 8;

/** Issues with the pictures of their first pages. */
export function IssueList({ issues }: { issues: readonly ListedIssue[] }) {
  return (
    <ul class="rows">
      {issues.map((issue) => (
        <li key={issue.id}>
          <p class="tl-issue-name">
            <a href={`/issues/${issue.id}`}>
              <Title of={issue.publicationTitle} /> <IssueNumber number={issue.number} />
            </a>{' '}
            <span class="soft">
              <DateText date={issue.date} />
            </span>
            {issue.fit && <> · {issue.fit}</>}
          </p>
          <IssuePages issue={issue.id} total={issue.pages} />
        </li>
      ))}
    </ul>
  );
}

/** Read only when the issue comes near the window: a stage may have hundreds. */
function IssuePages({ issue, total }: { issue: string; total: number }) {
  const t = useMessages(timelineMessages);
  const frame = useRef<HTMLUListElement>(null);
  const near = useSignal(false);
  const { items, problem, reload } = useList<Page>(
    near.value ? `/issues/${issue}/pages?limit=${SHOWN_PAGES}` : null,
  );
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        near.value = true;
      },
      { rootMargin: '300px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [issue]);

  if (total === 0) return <p class="soft small tl-no-pages">{t('noPages')}</p>;
  return (
    <>
      <ProblemNotice problem={problem} onRetry={reload} />
      <ul class="tl-pages" ref={frame}>
        {items.map((page) => (
          <li key={page.id}>
            <a href={`/pages/${page.id}`}>
              <Thumbnail page={page} />
              <PageLabel label={page.label ?? String(page.sequence)} />
            </a>
          </li>
        ))}
      </ul>
      {total > SHOWN_PAGES && (
        <p class="small">
          <a href={`/issues/${issue}`}>{t('allPages', { count: total })}</a>
        </p>
      )}
    </>
  );
}
