import { useRoute } from 'preact-iso';
import type { Issue } from '../../../worker/shapes/issues.ts';
import type { Page } from '../../../worker/shapes/pages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList, usePolling, useResource } from '../../state/resource.ts';
import { signedIn, user } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { DateText, dateText } from '../../ui/date-text.tsx';
import { IssueNumber, issueNumberText } from '../../ui/issue-number.tsx';
import { languageName } from '../../ui/language-names.ts';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { countsByStatus, StackedBar } from '../../ui/stacked-bar.tsx';
import { Title, titleText } from '../../ui/titles.tsx';
import { View } from '../../ui/view.tsx';
import { publicationMessages } from '../publications/messages.ts';
import { IssueFacts } from './issue-facts.tsx';
import { issueMessages } from './messages.ts';
import { IssueStages } from './issue-stages.tsx';
import { PageGrid, isReading } from './page-grid.tsx';
import { Upload } from './upload.tsx';
import './issues.css';

export default function IssueView() {
  const { id = '' } = useRoute().params;
  const t = useMessages(issueMessages);
  const publications = useMessages(publicationMessages);
  const issue = useResource<Issue>(`/issues/${id}`);
  const pages = useList<Page>(`/issues/${id}/pages?limit=200`);
  const { data } = issue;

  // While a page waits or is read, look again; the key changes with what is waited for, so new uploads start anew.
  const reading = pages.items.filter(isReading).map((page) => page.id);
  usePolling(reading.length > 0 ? `${id}:${reading.length}` : null, async () => {
    await pages.reload();
    return false;
  });

  return (
    <View
      title={data ? `${titleText(data.publicationTitle)} ${issueNumberText(data.number)}` : t('one')}
      heading={
        data && (
          <>
            <Title of={data.publicationTitle} /> <IssueNumber number={data.number} />
          </>
        )
      }
      lead={
        data && (
          <p>
            <DateText date={data.date} />
            {data.date.printed && data.date.printed !== dateText(data.date) && (
              <> · {t.rich('printed', { date: <bdi>{data.date.printed}</bdi> })}</>
            )}
            {' · '}
            {languageName(data.language)}
          </p>
        )
      }
      crumbs={[
        { href: '/publications', label: publications('title') },
        ...(data
          ? [{ href: `/publications/${data.publication}`, label: <Title of={data.publicationTitle} /> }]
          : []),
      ]}
    >
      <ProblemNotice problem={issue.problem} onRetry={issue.reload} />
      {!data && issue.loading && <Loading />}
      {data && (
        <>
          <section aria-labelledby="pages">
            <h2 id="pages">{t('pages')}</h2>
            <ProblemNotice problem={pages.problem} onRetry={pages.reload} />
            {pages.loading && pages.items.length === 0 && <Loading />}
            {pages.first && pages.items.length === 0 && (
              <Empty title={t('noPages')}>
                {user.value === null ? (
                  <p>
                    <ButtonLink href={`/sign-in?back=${encodeURIComponent(`/issues/${id}`)}`}>
                      {t('noPagesSignIn')}
                    </ButtonLink>
                  </p>
                ) : (
                  <p>{t('noPagesNext')}</p>
                )}
              </Empty>
            )}
            {pages.items.length > 0 && <HowFar pages={pages.items} all={!pages.hasMore} />}
            <PageGrid pages={pages.items} onChanged={() => void pages.reload()} />
            <More list={pages} />
          </section>
          {signedIn.value && <Upload key={id} issue={id} onStored={() => void pages.reload()} />}
          <IssueFacts issue={data} />
          <IssueStages issue={id} />
        </>
      )}
    </View>
  );
}

/** The pages as one picture; not where only a part of them is here. */
function HowFar({ pages, all }: { pages: readonly Page[]; all: boolean }) {
  const t = useMessages(publicationMessages);
  if (!all) return null;
  const byStatus: Record<string, number> = {};
  for (const { status } of pages) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return <StackedBar counts={countsByStatus(byStatus)} label={t('pagesByText')} />;
}
