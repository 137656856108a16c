import type { Tag } from '../../../worker/shapes/tags.ts';
import { formatPercent } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Title } from '../../ui/titles.tsx';
import { useRuleNames } from './rule-names.ts';
import { suggestionMessages } from './suggestion-messages.ts';

/** The message for a confidence from 0 to 1. The words are what is read; the percentage is for comparing. */
export function likelihoodKey(confidence: number) {
  if (confidence >= 0.9) return 'almostSure';
  if (confidence >= 0.75) return 'likely';
  return confidence >= 0.5 ? 'possible' : 'doubtful';
}

/** Why the gazetteer proposes a tag, how sure it is, and who else the words may mean. */
export function Suggested({ tag }: { tag: Tag }) {
  const t = useMessages(suggestionMessages);
  const nameOf = useRuleNames();
  const { rule, confidence, alternatives = [] } = tag;
  return (
    <>
      <span class="suggested">
        {t('byGazetteer')}
        {rule && <> {nameOf(rule)}</>}
        {confidence !== undefined && (
          <>
            {' · '}
            <span title={formatPercent(confidence, language.value)}>{t(likelihoodKey(confidence))}</span>
          </>
        )}
      </span>
      {alternatives.length > 0 && (
        <span class="suggested-else">
          {' · '}
          {t('maybe')}{' '}
          {alternatives.map(({ id, label }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={`/entities/${id}`}>
                <Title of={label} />
              </a>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
