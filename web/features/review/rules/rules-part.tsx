import type { RuleRecord } from '../../../../worker/shapes/tags.ts';
import { formatNumber, formatPercent } from '../../../i18n/format.ts';
import { language } from '../../../i18n/language.ts';
import { translator, useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Empty, Loading, ProblemNotice } from '../../../ui/notice.tsx';
import { titleText } from '../../../ui/titles.tsx';
import { urlOfView } from '../../../ui/url.ts';
import { useRuleNames } from '../rule-names.ts';
import { descriptionMessages } from './descriptions.ts';
import { ruleMessages } from './messages.ts';
import { rate } from './rating.ts';

/** The rules of the gazetteer, and how their suggestions fared. */
export function RulesPart() {
  const t = useMessages(ruleMessages);
  const rules = useResource<{ items: RuleRecord[] }>('/tags/rules');
  const items = rules.data?.items;
  return (
    <>
      <p class="soft">{t('lead')}</p>
      <ProblemNotice problem={rules.problem} onRetry={rules.reload} />
      {rules.loading && !items && <Loading />}
      {items?.length === 0 && <Empty title={t('none')} />}
      {items && items.length > 0 && (
        <table class="rules">
          <caption class="visually-hidden">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rule')}</th>
              <th scope="col">{t('agreed')}</th>
              <th scope="col" class="rules-number">
                {t('approved')}
              </th>
              <th scope="col" class="rules-number">
                {t('rejected')}
              </th>
              <th scope="col" class="rules-number">
                {t('waits')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((record) => (
              <Rule key={record.rule} record={record} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const number = (value: number) => formatNumber(value, language.value);

function Rule({ record }: { record: RuleRecord }) {
  const t = useMessages(ruleMessages);
  const nameOf = useRuleNames();
  const name = nameOf(record.rule);
  const waiting = record.proposed + record.detached;
  return (
    <tr>
      <th scope="row">
        <span class="queue-rule">{name}</span>
        <span class="rule-about">{descriptionOf(record)}</span>
      </th>
      <td data-label={t('agreed')}>
        <Share record={record} />
      </td>
      <td class="rules-number" data-label={t('approved')}>
        {number(record.approved)}
      </td>
      <td class="rules-number" data-label={t('rejected')}>
        {number(record.rejected)}
      </td>
      <td class="rules-number" data-label={t('waits')}>
        {waiting === 0 ? (
          number(0)
        ) : (
          <a href={urlOfView('/review', { part: 'tags', by: 'rule', open: record.rule })}>
            {t('showWaiting', { count: waiting })}
            <span class="visually-hidden">: {name}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

/** In the UI's language where it knows the rule, else as the service describes it. */
function descriptionOf({ rule, description }: RuleRecord): string {
  return rule in descriptionMessages.catalogues.en
    ? translator(descriptionMessages, language.value)(rule as 'surname')
    : titleText(description);
}

/** The share as a number, as a bar, and in words where it says something about the rule. */
function Share({ record }: { record: RuleRecord }) {
  const t = useMessages(ruleMessages);
  const rating = rate(record);
  if (record.approvalRate === null) return <span class="soft small">{t('noneDecided')}</span>;
  return (
    <div class="rule-share">
      <b>{formatPercent(record.approvalRate, language.value)}</b>
      <span class="rule-bar" aria-hidden="true">
        <span
          class={rating === 'bad' ? 'rule-bar-part rule-bar-bad' : 'rule-bar-part'}
          style={{ inlineSize: `${record.approvalRate * 100}%` }}
        />
      </span>
      {rating === 'bad' && <Badge tone="bad">{t('oftenWrong')}</Badge>}
      {rating === 'few' && <span class="soft small">{t('fewDecided')}</span>}
    </div>
  );
}
