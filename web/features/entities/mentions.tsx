import type { Mention } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { DateText } from '../../ui/date-text.tsx';
import { IssueNumber, PageLabel } from '../../ui/issue-number.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { Title, directionOf, htmlLang } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { entityMessages } from './messages.ts';

/** Where approved tags say that pages speak of it. */
export function Mentions({ entity }: { entity: string }) {
  const t = useMessages(entityMessages);
  const list = useList<Mention>(`/entities/${entity}/mentions`);
  return (
    <>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first && list.items.length === 0 && (
        <Empty title={t('noMentions')}>{<p>{t('noMentionsNext')}</p>}</Empty>
      )}
      <ul class="rows">
        {list.items.map((mention) => (
          <MentionRow key={mention.tag} mention={mention} />
        ))}
      </ul>
      <More list={list} />
    </>
  );
}

function MentionRow({ mention }: { mention: Mention }) {
  const t = useMessages(entityMessages);
  const { target, context } = mention;
  const line = target.type === 'span' ? target.line : undefined;
  return (
    <li>
      <p class="mention-place">
        <a href={urlOfView(`/pages/${mention.page}`, { line })}>
          <Title of={mention.publicationTitle} /> <IssueNumber number={mention.issueNumber} />,{' '}
          <PageLabel label={mention.pageLabel} />
        </a>{' '}
        <span class="soft">
          <DateText date={mention.date} />
        </span>
      </p>
      {target.type === 'span' ? (
        <blockquote
          class="mention-quote"
          lang={htmlLang(mention.language)}
          dir={directionOf(mention.language)}
        >
          {context?.prefix}
          <mark>{target.quote}</mark>
          {context?.suffix}
        </blockquote>
      ) : (
        <p class="soft small">{t('wholePage')}</p>
      )}
    </li>
  );
}
