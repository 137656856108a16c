import type { Publication } from '../../../worker/shapes/publications.ts';
import type { Stats } from '../../../worker/shapes/search.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList, useResource } from '../../state/resource.ts';
import { signedIn } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty, Loading, ProblemNotice } from '../../ui/notice.tsx';
import { LayerTable, StackedBar } from '../../ui/stacked-bar.tsx';
import { View } from '../../ui/view.tsx';
import { LargeSearchBox } from '../search/large-search-box.tsx';
import { PublicationRow } from '../publications/publication-row.tsx';
import { GivePage } from '../work/give-page.tsx';
import { workMessages } from '../work/messages.ts';
import { homeMessages } from './messages.ts';
import './home.css';

export default function HomeView() {
  const t = useMessages(homeMessages);
  const stats = useResource<Stats>('/stats');
  return (
    <View title="Qalam" heading={t('title')} lead={<p>{t('lead')}</p>}>
      <LargeSearchBox />
      <section class="section" aria-labelledby="coverage">
        <h2 id="coverage">{t('coverage')}</h2>
        <ProblemNotice problem={stats.problem} onRetry={stats.reload} />
        {stats.data ? <Coverage stats={stats.data} /> : stats.loading && <Loading />}
      </section>
      <NextSteps waiting={stats.data ? stats.data.waiting.revisions + stats.data.waiting.tags : 0} />
      <Publications />
    </View>
  );
}

function Coverage({ stats }: { stats: Stats }) {
  const t = useMessages(homeMessages);
  const { scanned, reviewed, transcribed, withoutText } = stats.pages;
  if (scanned === 0) return <Empty title={t('noPages')}>{<p>{t('noPagesNext')}</p>}</Empty>;
  const counts = {
    reviewed,
    transcribed,
    ocr: scanned - reviewed - transcribed - withoutText,
    none: withoutText,
  };
  const label = t('coverageLead', { count: scanned });
  return (
    <>
      <p class="soft">{label}</p>
      <StackedBar counts={counts} label={label} />
      <details class="home-table">
        <summary>{t('table')}</summary>
        <LayerTable counts={counts} caption={label} />
      </details>
    </>
  );
}

function NextSteps({ waiting }: { waiting: number }) {
  const t = useMessages(homeMessages);
  const work = useMessages(workMessages);
  return (
    <section class="section" aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      <div class="home-next">
        <div>
          <h3>{t('volunteer')}</h3>
          <p>{t('volunteerText')}</p>
          {signedIn.value ? (
            <>
              <GivePage />
              <p class="home-links">
                <ButtonLink href="/work">{work('title')}</ButtonLink>
                <ButtonLink href="/publications">{t('volunteerStart')}</ButtonLink>
              </p>
            </>
          ) : (
            <p>
              <ButtonLink href="/sign-up" look="primary">
                {t('volunteerJoin')}
              </ButtonLink>
            </p>
          )}
        </div>
        <div>
          <h3>{t('reviewer')}</h3>
          <p>{waiting === 0 ? t('reviewerNone') : t('reviewerText', { count: waiting })}</p>
          <p>
            <ButtonLink href={signedIn.value ? '/review' : '/sign-in?back=%2Freview'}>
              {t('reviewerStart')}
            </ButtonLink>
          </p>
        </div>
        <div>
          <h3>{t('researcher')}</h3>
          <p>{t('researcherText')}</p>
          <p class="home-links">
            <ButtonLink href="/entities">{t('researcherPeople')}</ButtonLink>
            <ButtonLink href="/ngrams">{t('researcherWords')}</ButtonLink>
            <ButtonLink href="/docs">{t('researcherApi')}</ButtonLink>
          </p>
        </div>
      </div>
    </section>
  );
}

function Publications() {
  const t = useMessages(homeMessages);
  const list = useList<Publication>('/publications?limit=6');
  return (
    <section class="section" aria-labelledby="publications">
      <h2 id="publications">{t('publications')}</h2>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first && list.items.length === 0 && <Empty title={t('noPublications')} />}
      <ul class="rows">
        {list.items.map((publication) => (
          <PublicationRow key={publication.id} publication={publication} heading="h3" />
        ))}
      </ul>
      {list.hasMore && (
        <p>
          <a href="/publications">{t('allPublications')}</a>
        </p>
      )}
    </section>
  );
}
