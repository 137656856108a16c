import type { Contribution, Contributions } from '../../../worker/shapes/work.ts';
import { formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { type List, useList } from '../../state/resource.ts';
import { mayReview, user } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { View } from '../../ui/view.tsx';
import { ContributionRow } from './contribution-row.tsx';
import { GivePage } from './give-page.tsx';
import { workMessages } from './messages.ts';
import { OnDevice } from './on-device.tsx';
import { SecondOpinions } from './second-opinions.tsx';
import { WishForm } from './wish-form.tsx';
import './work.css';

/** What somebody has done here, what was said of it, and what they can do next. */
export default function WorkView() {
  const t = useMessages(workMessages);
  const me = user.value;
  const everything = useList<Contribution, Contributions>(me ? '/me/contributions' : null);
  return (
    <View title={t('title')}>
      {me === undefined && <Loading />}
      {me === null && (
        <Empty title={t('signInFirst')}>
          <p>
            <ButtonLink look="primary" href="/sign-in?back=%2Fwork">
              {t('signIn')}
            </ButtonLink>
          </p>
        </Empty>
      )}
      {me && (
        <>
          <GivePage />
          <WishForm />
          <OnDevice user={me.id} offline={everything.problem?.offline === true} />
          <Returned />
          {mayReview.value && <SecondOpinions />}
          <Everything list={everything} />
        </>
      )}
    </View>
  );
}

/** Texts that wait for their author again: those that were mended since are among everything. */
function Returned() {
  const t = useMessages(workMessages);
  const list = useList<Contribution>('/me/contributions?state=returned&limit=50');
  const waiting = list.items.filter((one) => one.current);
  if (waiting.length === 0) return null;
  return (
    <section class="section" aria-labelledby="returned">
      <h2 id="returned">{t('returnedTitle')}</h2>
      <p class="soft">{t('returnedText')}</p>
      <ul class="rows">
        {waiting.map((one) => (
          <ContributionRow key={one.id} contribution={one} />
        ))}
      </ul>
    </section>
  );
}

function Everything({ list }: { list: List<Contribution, Contributions> }) {
  const t = useMessages(workMessages);
  return (
    <section class="section" aria-labelledby="everything">
      <h2 id="everything">{t('allTitle')}</h2>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first && <Counts counts={list.first.counts} />}
      {list.first && list.items.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneNext')}</p>
        </Empty>
      )}
      <ul class="rows">
        {list.items.map((one) => (
          <ContributionRow key={one.id} contribution={one} />
        ))}
      </ul>
      <More list={list} />
    </section>
  );
}

function Counts({ counts }: { counts: Contributions['counts'] }) {
  const t = useMessages(workMessages);
  const shown = [
    ['pagesCount', counts.pages],
    ['handedInCount', counts.handedIn],
    ['acceptedCount', counts.accepted],
    ...(mayReview.value ? [['reviewedCount', counts.reviewed] as const] : []),
    ['thanksCount', counts.thanks],
  ] as const;
  return (
    <dl class="work-counts">
      {shown.map(([key, count]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>{formatNumber(count, language.value)}</dd>
        </div>
      ))}
    </dl>
  );
}
