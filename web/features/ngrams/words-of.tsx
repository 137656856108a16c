/** What the picture says, in words. */
import type { Ngrams } from '../../../worker/shapes/ngrams.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { translator, useMessages } from '../../i18n/messages.ts';
import { periodText } from './draw-lines.ts';
import { ngramMessages } from './messages.ts';
import { type Period, heightOf } from './series-data.ts';

/** "February 1913. қазақ: 12 times, 31 of 10,000 words; …" */
export function describePeriod(period: Period, names: readonly string[], into: Language): string {
  const t = translator(ngramMessages, into);
  const when = periodText(period.name, into);
  if (period.words === 0) return `${when}: ${t('noTexts')}`;
  const counts = names.map((name, index) => {
    const { occurrences = 0 } = period.counts[index] ?? {};
    return `${name}: ${t('occurrences', { count: occurrences })}, ${t('perTenThousand', {
      number: formatNumber(heightOf(period, index, true) ?? 0, into, 1),
    })}`;
  });
  return `${when}. ${counts.join('; ')}`;
}

/** What stands in issues that have no place on the axis: said, so that the lines do not seem to hold all. */
export function OutsidePicture({ data }: { data: Ngrams }) {
  const t = useMessages(ngramMessages);
  const counts = data.series
    .map(({ query, vague, undated }) => ({ word: query, count: vague.occurrences + undated.occurrences }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <p class="soft small">
      {t('outside', { counts: counts.map((one) => t('vagueOf', one)).join(', ') })} {t('outsideWhy')}
    </p>
  );
}
