import { useSignal } from '@preact/signals';
import { useRoute } from 'preact-iso';
import type { Issue } from '../../../worker/shapes/issues.ts';
import type { Publication } from '../../../worker/shapes/publications.ts';
import type { Progress } from '../../../worker/shapes/work.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList, useResource } from '../../state/resource.ts';
import { mayReview } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateText, spanText } from '../../ui/date-text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IssueNumber } from '../../ui/issue-number.tsx';
import { languageName } from '../../ui/language-names.ts';
import { uiMessages } from '../../ui/messages.ts';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { StackedBar, countsByStatus } from '../../ui/stacked-bar.tsx';
import { OtherTitles, Script, Title, titleText } from '../../ui/titles.tsx';
import { View } from '../../ui/view.tsx';
import { NewIssueForm } from '../issues/new-issue-form.tsx';
import { Citations, RightsText } from '../../ui/citations.tsx';
import { PublicationQuality } from '../quality/publication-quality.tsx';
import { publicationMessages } from './messages.ts';
import './publications.css';

export default function PublicationView() {
  const { id = '' } = useRoute().params;
  const t = useMessages(publicationMessages);
  const publication = useResource<Publication>(`/publications/${id}`);
  const issues = useList<Issue>(`/issues?publication=${id}`);
  const adding = useSignal(false);
  const { data } = publication;
  return (
    <View
      title={data ? titleText(data.title) : t('one')}
      heading={data && <Title of={data.title} />}
      lead={data && <OtherTitles of={data.title} />}
      crumbs={[{ href: '/publications', label: t('title') }]}
      actions={
        data &&
        mayReview.value && (
          <Button look="primary" icon="plus" onClick={() => (adding.value = true)}>
            {t('addIssue')}
          </Button>
        )
      }
    >
      <ProblemNotice problem={publication.problem} onRetry={publication.reload} />
      {data && <HowFar publication={data.id} />}
      {data ? <Facts publication={data} /> : publication.loading && <Loading />}
      {data && (
        <section class="section" aria-labelledby="issues">
          <h2 id="issues">{t('issues')}</h2>
          <ProblemNotice problem={issues.problem} onRetry={issues.reload} />
          {issues.loading && issues.items.length === 0 && <Loading />}
          {issues.first && issues.items.length === 0 && (
            <Empty title={t('noIssues')}>{<p>{t('noIssuesNext')}</p>}</Empty>
          )}
          <ul class="rows">
            {issues.items.map((issue) => (
              <IssueRow key={issue.id} issue={issue} />
            ))}
          </ul>
          <More list={issues} />
        </section>
      )}
      {data && <PublicationQuality publication={data.id} />}
      {data && (
        <Dialog open={adding.value} title={t('addIssue')} onClose={() => (adding.value = false)}>
          <NewIssueForm publication={data} onCancel={() => (adding.value = false)} />
        </Dialog>
      )}
    </View>
  );
}

/** The pages of all its issues as one picture; each issue's own stands in the list. */
function HowFar({ publication }: { publication: string }) {
  const t = useMessages(publicationMessages);
  const { data } = useResource<Progress>(`/publications/${publication}/progress?limit=1`);
  // The view is complete without it, and what is wrong with the service is said by the others.
  if (!data || data.total.pages === 0) return null;
  const label = t('howFar', { count: data.total.pages });
  return (
    <section class="section" aria-label={label}>
      <p class="soft">{label}</p>
      <StackedBar counts={countsByStatus(data.total.byStatus)} label={label} />
    </section>
  );
}

function Facts({ publication }: { publication: Publication }) {
  const t = useMessages(publicationMessages);
  const { title, place, editors, languages, orthographies, run, rights, note, citations } = publication;
  return (
    <dl class="facts">
      <dt>{t('titles')}</dt>
      <dd>
        <ul class="plain-list">
          {Object.entries(title).map(([tag, text]) => (
            <li key={tag}>
              <Script tag={tag} text={text} /> <span class="soft small">{languageName(tag)}</span>
            </li>
          ))}
        </ul>
      </dd>
      {place && (
        <>
          <dt>{t('place')}</dt>
          <dd>
            <Title of={place} />
          </dd>
        </>
      )}
      {editors && editors.length > 0 && (
        <>
          <dt>{t('editors')}</dt>
          <dd>
            {editors.map((editor, index) => (
              <span key={editor}>
                {index > 0 && '; '}
                <bdi>{editor}</bdi>
              </span>
            ))}
          </dd>
        </>
      )}
      {run && spanText(run) && (
        <>
          <dt>{t('run')}</dt>
          <dd>{spanText(run)}</dd>
        </>
      )}
      <dt>{t('languages')}</dt>
      <dd>{languages.map(languageName).join('; ')}</dd>
      {orthographies && orthographies.length > 0 && (
        <>
          <dt>{t('orthographies')}</dt>
          <dd>{orthographies.map(languageName).join('; ')}</dd>
        </>
      )}
      {rights && (
        <>
          <dt>{t('rights')}</dt>
          <dd>
            <RightsText rights={rights} />
          </dd>
        </>
      )}
      {note && (
        <>
          <dt>{t('note')}</dt>
          <dd dir="auto">{note}</dd>
        </>
      )}
      {citations && citations.length > 0 && (
        <>
          <dt>{t('sources')}</dt>
          <dd>
            <Citations citations={citations} />
          </dd>
        </>
      )}
    </dl>
  );
}

function IssueRow({ issue }: { issue: Issue }) {
  const t = useMessages(publicationMessages);
  const ui = useMessages(uiMessages);
  return (
    <li class="issue-row">
      <div>
        <h3 class="row-title">
          <a href={`/issues/${issue.id}`}>
            <IssueNumber number={issue.number} />
          </a>
          <span class="issue-row-date">
            <DateText date={issue.date} />
          </span>
        </h3>
        <p class="soft small">
          {languageName(issue.language)}
          {issue.date.printed && (
            <>
              {' · '}
              {t.rich('printed', { date: <bdi>{issue.date.printed}</bdi> })}
            </>
          )}
        </p>
      </div>
      <div class="issue-row-pages">
        <p class="small">{ui('pages', { count: issue.pages.total })}</p>
        {issue.pages.total > 0 && (
          <StackedBar small counts={countsByStatus(issue.pages.byStatus)} label={t('pagesByText')} />
        )}
      </div>
    </li>
  );
}
