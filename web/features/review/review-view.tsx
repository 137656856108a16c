import { useRoute } from 'preact-iso';
import type { Page } from '../../../worker/shapes/pages.ts';
import { formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { mayReview, user } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty, Loading, Notice } from '../../ui/notice.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { reviewMessages } from './messages.ts';
import { PagesPart } from './pages-part.tsx';
import { RulesPart } from './rules/rules-part.tsx';
import { TagsPart } from './tags/tags-part.tsx';
import './review.css';

const PARTS = ['pages', 'tags', 'rules'] as const;
type Part = (typeof PARTS)[number];

export default function ReviewView() {
  const t = useMessages(reviewMessages);
  return (
    <View title={t('title')} lead={<p>{t('lead')}</p>}>
      {user.value === undefined ? (
        <Loading />
      ) : user.value && mayReview.value ? (
        <Queues user={user.value.id} />
      ) : (
        <Refused />
      )}
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

function Queues({ user }: { user: string }) {
  const t = useMessages(reviewMessages);
  const { query } = useRoute();
  const pages = useList<Page>('/pages?status=submitted');
  const known = PARTS.find((each) => each === query['part']);
  // Whoever opens the queue sees what waits: the pages, or where there are none, the tags.
  const part: Part | undefined =
    known ?? (pages.first ? (pages.items.length > 0 ? 'pages' : 'tags') : pages.problem && 'pages');
  const by = query['by'] === 'page' || query['by'] === 'rule' ? query['by'] : 'entity';
  return (
    <>
      <nav class="review-parts" aria-label={t('parts')}>
        <ul>
          {PARTS.map((each) => (
            <li key={each}>
              <a
                href={urlOfView('/review', { part: each })}
                aria-current={each === part ? 'page' : undefined}
              >
                {t(each)}
                {each === 'pages' && pages.items.length > 0 && (
                  <span class="review-count">
                    {formatNumber(pages.items.length, language.value)}
                    {pages.hasMore && '+'}
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {part === undefined && <Loading />}
      {part && (
        <section aria-labelledby="review-part">
          <h2 id="review-part" class="visually-hidden">
            {t(part)}
          </h2>
          {part === 'pages' && <PagesPart list={pages} />}
          {part === 'tags' && <TagsPart key={by} user={user} by={by} wanted={query['open']} />}
          {part === 'rules' && <RulesPart />}
        </section>
      )}
    </>
  );
}
