/** What was searched and what was not: without it, "nothing found" would say too much. */
import type { Coverage, SearchAnswer } from '../../../worker/shapes/search.ts';
import { formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { searchMessages } from './messages.ts';

interface Props {
  coverage: Coverage;
  /** Of the raw layer; left out where an answer does not tell. */
  errorRate?: SearchAnswer['errorRate'];
}

export function CoverageSentence({ coverage, errorRate }: Props) {
  const t = useMessages(searchMessages);
  const searched = coverage.reviewed + coverage.transcribed + coverage.ocr;
  const parts = [
    coverage.reviewed > 0 && t('partReviewed', { number: coverage.reviewed }),
    coverage.transcribed > 0 && t('partTranscribed', { number: coverage.transcribed }),
    coverage.ocr > 0 && t('partOcr', { number: coverage.ocr }),
  ].filter((part) => part !== false);
  const errors =
    errorRate &&
    t('errorRate', {
      letters: formatNumber(100 * errorRate.characters, language.value, 1),
      count: errorRate.pages,
    });
  return (
    <p class="soft small search-coverage">
      {parts.length > 0
        ? t('searchedPages', { count: searched, parts: parts.join(', ') })
        : t('searchedNothing')}{' '}
      {coverage.withoutText > 0 && <>{t('notSearched', { count: coverage.withoutText })} </>}
      {coverage.ocr > 0 && errorRate !== undefined && (
        <a href="/quality">{errors ?? t('errorRateUnknown')}</a>
      )}
    </p>
  );
}
