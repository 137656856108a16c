/** What the rows and columns of a comparison are called. */
import type { Comparison, ComparisonPlace } from '../../../../worker/shapes/timeline.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { titleText } from '../../../ui/titles.tsx';
import { ALL } from './cross-table.ts';
import { compareMessages } from './messages.ts';

type Words = ReturnType<typeof useMessages<(typeof compareMessages)['catalogues']['en']>>;

const GAP = 'gap';

/** The keys of its stages: "1.2", "1 + 2: several"; or that it is none. A wide date may also reach into a gap. */
export function shortName({ key, stages }: ComparisonPlace, scheme: Comparison['a'], t: Words): string {
  if (stages.length === 0) return key === GAP ? t('gap') : t('undated');
  const keys = scheme.stages.filter(({ id }) => stages.includes(id)).map((stage) => stage.key);
  const parts = reachesGap(key) ? [...keys, t('aGap')] : keys;
  return parts.length > 1 ? t('both', { keys: parts.join(' + ') }) : (parts[0] ?? key);
}

/** What the stage of a place is called; empty where it is not one stage alone. */
export function stageName({ key, stages }: ComparisonPlace, scheme: Comparison['a']): string {
  if (stages.length !== 1 || reachesGap(key)) return '';
  const stage = scheme.stages.find(({ id }) => stages[0] === id);
  return stage ? titleText(stage.label) : '';
}

function reachesGap(key: string): boolean {
  return key.split(',').includes(GAP);
}

/** Gives the full name of a place by its key: "2. The party is organised". */
export function useNames({ a, rows, columns }: Comparison) {
  const t = useMessages(compareMessages);
  return (key: string, scheme: Comparison['a']): string => {
    if (key === ALL) return t('any');
    const place = (scheme === a ? rows : columns).find((one) => one.key === key);
    if (!place) return key;
    return [shortName(place, scheme, t), stageName(place, scheme)].filter(Boolean).join('. ');
  };
}
